using Spectre.Console;

namespace Press.Cli;

/// <summary>Prints diagnostics for people.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>Prints each with its line of the source and a caret, coloured where there are colours.</summary>
    public static void Print(IAnsiConsole console, IEnumerable<Diagnostic> diagnostics, IEnumerable<Source> sources)
    {
        var byName = sources.ToDictionary(source => source.Name, source => source.Bytes, StringComparer.Ordinal);
        foreach (var diagnostic in diagnostics)
        {
            var source = byName.TryGetValue(diagnostic.File, out var bytes) ? bytes : default;
            Print(console, diagnostic.ToString(), diagnostic.IsError, source.Span, diagnostic.Position);
        }
    }

    /// <summary>Prints one that was found in a source; its line is left out where the source is not at hand.</summary>
    public static void Print(IAnsiConsole console, string message, bool isError, ReadOnlySpan<byte> source, TextPosition position)
    {
        console.WriteWhole(message, isError ? Color.Red : Color.Yellow);
        if (!source.IsEmpty && SourceExcerpt.Of(source, position) is var (line, caret))
        {
            console.WriteWhole(line);
            console.WriteWhole(caret);
        }
    }

    /// <summary><c>2 errors, 1 warning</c>; empty if there are neither.</summary>
    public static string Count(IReadOnlyCollection<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.IsError);
        return string.Join(", ", new[] { Plural(errors, "error"), Plural(diagnostics.Count - errors, "warning") }.Where(part => part is not null));
    }

    private static string? Plural(int number, string noun) => number switch
    {
        0 => null,
        1 => $"1 {noun}",
        _ => $"{number:N0} {noun}s",
    };
}
