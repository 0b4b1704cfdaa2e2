using Press.Storage;
using Spectre.Console;

namespace Press.Cli;

/// <summary>Prints diagnostics for people.</summary>
internal static class DiagnosticPrinter
{
    // No post or layout is longer.
    private const long MostBytesOfText = 8 * 1024 * 1024;

    // A blog that was moved may have thousands of dead links, and nobody reads them after each build.
    private const int MostWarnings = 50;

    /// <summary>Prints all errors, and the first warnings.</summary>
    /// <inheritdoc cref="PrintAsync"/>
    /// <returns>How many warnings are left.</returns>
    public static async Task<int> PrintFirstAsync(
        IAnsiConsole console, IReadOnlyCollection<Diagnostic> diagnostics, FolderStore sources, CancellationToken cancellationToken)
    {
        var warnings = 0;
        await PrintAsync(
            console, diagnostics.Where(diagnostic => diagnostic.IsError || ++warnings <= MostWarnings), sources, cancellationToken);
        return Math.Max(0, warnings - MostWarnings);
    }

    /// <summary>Prints each with its line of the source and a caret, coloured where there are colours.</summary>
    /// <param name="console">Where they are printed.</param>
    /// <param name="diagnostics">What was found; those of a file one behind the other.</param>
    /// <param name="sources">The folder of the site.</param>
    /// <param name="cancellationToken">Ends the printing.</param>
    public static async Task PrintAsync(
        IAnsiConsole console, IEnumerable<Diagnostic> diagnostics, FolderStore sources, CancellationToken cancellationToken)
    {
        var (name, text) = ("", ReadOnlyMemory<byte>.Empty);
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.File != name)
                (name, text) = (diagnostic.File, await ReadAsync(sources, diagnostic.File, cancellationToken));
            Print(console, diagnostic.ToString(), diagnostic.IsError, text.Span, diagnostic.Position);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(FolderStore sources, string name, CancellationToken cancellationToken) =>
        StoreName.IsValid(name) && await sources.ReadUpToAsync(name, MostBytesOfText, cancellationToken) is ReadAnswer.Found found
            && !found.Bytes.Span.Contains((byte)0) // A picture has no lines to show.
            ? found.Bytes
            : default;

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
        var warnings = diagnostics.Count - errors;
        return string.Join(", ", new[] { Some(errors, "error"), Some(warnings, "warning") }.OfType<string>());
    }

    private static string? Some(int number, string noun) => number == 0 ? null : Quantity.Of(number, noun);
}
