using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace Press.Cli;

/// <summary>Says in one line what is wrong with a call and what would be right.</summary>
internal static class CallFault
{
    /// <summary>What is wrong with a call; null if it can be carried out.</summary>
    public static string? Explain(ParseResult call)
    {
        // A shell that asks for completions writes half a call.
        if (call.Tokens.Any(token => token.Type == TokenType.Directive))
            return null;
        var command = call.CommandResult.Command;
        if (UnknownOption(call) is { } option)
            return $"press: unknown option '{option}'.{Suggest(NearestOption(option, command))} {Usage(command)}";
        if (call.UnmatchedTokens is [var unknown, ..])
        {
            var nearest = NearestName.Of(unknown, command.Subcommands.Select(sub => sub.Name));
            return command.Subcommands.Count > 0
                ? $"press: unknown command '{unknown}'.{Suggest(nearest)} {Usage(command)}"
                : $"press: '{unknown}' is one word too many. Put quotes around a name with spaces. {Usage(command)}";
        }

        // Whoever asks for help gets it for half a call too.
        if (call.Errors is [])
            return null;
        if (command.Subcommands.Count > 0)
            return $"press: a command is missing. {Usage(command)}";
        if (MissingArgument(call, command) is { } missing)
            return $"press: '{NameOf(command)}' needs a {missing.Name}. {Usage(command)}";
        return $"press: {OneLine(call.Errors[0].Message).TrimEnd('.')}. {Usage(command)}";
    }

    /// <summary>
    /// The first word that looks like an option and is none. Where a command takes a folder, the parser takes the word for the folder.
    /// Words behind <c>--</c> are never options.
    /// </summary>
    private static string? UnknownOption(ParseResult call)
    {
        var plain = call.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value).ToHashSet();
        return call.CommandResult.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens.Select(token => token.Value))
            .Concat(call.UnmatchedTokens)
            .FirstOrDefault(word => word is ['-', _, ..] && !plain.Contains(word));
    }

    /// <summary>
    /// The option that was probably meant, by its name or by a value that it takes: <c>--json</c> is <c>--format json</c>.
    /// </summary>
    private static string? NearestOption(string written, Command command)
    {
        // Of a single letter nobody knows what was meant.
        if (written.Length <= 2)
            return null;
        var options = command.Options.Where(option => !option.Hidden).ToList();
        var byValue = options
            .SelectMany(option => option.GetCompletions(CompletionContext.Empty).Select(value => (option.Name, Value: value.Label)))
            .FirstOrDefault(choice => "--" + choice.Value == written);
        return byValue.Name is not null && byValue.Value is not ("true" or "false")
            ? $"{byValue.Name} {byValue.Value}"
            : NearestName.Of(written, options.SelectMany(option => option.Aliases.Prepend(option.Name)));
    }

    private static Argument? MissingArgument(ParseResult call, Command command) => command.Arguments.FirstOrDefault(
        argument => argument.Arity.MinimumNumberOfValues > 0 && call.GetResult(argument) is not { Tokens.Count: > 0 });

    private static string Suggest(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Usage(Command command) => command.Subcommands.Count > 0
        ? $"Commands: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}. See '{Call(command)} --help'."
        : $"Write '{Call(command)}{string.Concat(Words(command).Select(word => " " + word))}'. See '{Call(command)} --help'.";

    private static string Call(Command command) => command is RootCommand ? "press" : $"press {NameOf(command)}";

    /// <summary>The name with that of the command above it: <c>theme eject</c>.</summary>
    private static string NameOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand
            ? $"{NameOf(parent)} {command.Name}"
            : command.Name;

    private static IEnumerable<string> Words(Command command) => command.Arguments.Select(Word)
        .Concat(command.Options.Where(option => option.HelpName is not null).Select(option => $"[{option.Name} {option.HelpName}]"));

    private static string Word(Argument argument)
    {
        var word = argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + " ..." : argument.Name;
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{word}]" : word;
    }
}
