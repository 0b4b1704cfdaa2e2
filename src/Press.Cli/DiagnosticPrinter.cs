using Spectre.Console;

namespace Press.Cli;

/// <summary>Prints diagnostics, one a line.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>Prints all of them, coloured where there are colours.</summary>
    public static void Print(IAnsiConsole errors, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            errors.WriteWhole(diagnostic.ToString(), diagnostic.IsError ? Color.Red : Color.Yellow);
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
