using System.CommandLine;

namespace Press.Cli;

/// <summary><c>press help COMMAND</c>, which is <c>press COMMAND --help</c>.</summary>
internal static class HelpCommand
{
    private const string Name = "help";

    /// <summary>The command as <c>--help</c> lists it. It is never run: <see cref="Translate"/> comes first.</summary>
    public static Command Define() => new(Name, "Explains a command.")
    {
        new Argument<string>("COMMAND") { Arity = ArgumentArity.ZeroOrOne, Description = "The command (default: all of them)." },
    };

    public static string[] Translate(string[] arguments) =>
        arguments is [Name, .. var command] && !command.Any(word => word is ['-', ..]) ? [.. command, "--help"] : arguments;
}
