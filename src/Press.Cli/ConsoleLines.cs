using Spectre.Console;

namespace Press.Cli;

/// <summary>
/// Writes lines that stay lines: no break is put into them, so that a terminal can copy and open a long URL whole, and a pipe has them for
/// grep and editors.
/// </summary>
internal static class ConsoleLines
{
    // What "select graphic rendition" of ECMA-48 calls red, yellow, and the terminal's own.
    private const string Reset = "\u001b[0m";

    public static void WriteWhole(this IAnsiConsole console, string line, Color? color = null)
    {
        var capabilities = console.Profile.Capabilities;
        if (!capabilities.Interactive)
            console.Profile.Out.Writer.WriteLine(line);
        else if (color is null || !capabilities.Ansi || capabilities.ColorSystem == ColorSystem.NoColors)
            console.Profile.Out.Writer.WriteLine(Visible(line));
        else
            console.Profile.Out.Writer.WriteLine($"\u001b[{(color == Color.Red ? 31 : 33)}m{Visible(line)}{Reset}");
    }

    /// <summary>Control characters of a source must not steer the terminal.</summary>
    private static string Visible(string line) =>
        line.Any(IsControl) ? string.Concat(line.Select(c => IsControl(c) ? '\uFFFD' : c)) : line;

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n');
}
