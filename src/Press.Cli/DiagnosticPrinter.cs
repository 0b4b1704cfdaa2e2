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
            console.WriteWhole(diagnostic.ToString(), diagnostic.IsError ? Color.Red : Color.Yellow);
            if (byName.TryGetValue(diagnostic.File, out var bytes) && SourceExcerpt.Of(bytes.Span, diagnostic.Position) is var (line, caret))
            {
                console.WriteWhole(line);
                console.WriteWhole(caret);
            }
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
