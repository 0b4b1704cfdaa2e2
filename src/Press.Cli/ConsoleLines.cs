using Spectre.Console;

namespace Press.Cli;

/// <summary>Writes lines that stay lines: a terminal folds them at its width, a pipe gets them whole, for grep and editors.</summary>
internal static class ConsoleLines
{
    public static void WriteWhole(this IAnsiConsole console, string line, Color? color = null)
    {
        if (console.Profile.Capabilities.Interactive)
            console.Write(new Text(line + Environment.NewLine, new Style(color)));
        else
            console.Profile.Out.Writer.WriteLine(line);
    }
}
