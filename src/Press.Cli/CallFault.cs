using System.CommandLine;

namespace Press.Cli;

/// <summary>Says in one line what is wrong with a call and what would be right.</summary>
internal static class CallFault
{
    public static string Explain(ParseResult call)
    {
        var command = call.CommandResult.Command;
        if (call.UnmatchedTokens is [var unknown, ..])
        {
            var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
            var nearest = NearestName.Of(unknown, known);
            return $"press: '{unknown}' is not known here.{(nearest is null ? "" : $" Did you mean '{nearest}'?")} {Usage(command)}";
        }

        if (command is RootCommand)
            return $"press: a command is missing. {Usage(command)}";
        if (command.Arguments.FirstOrDefault(argument => call.GetResult(argument) is not { Tokens.Count: > 0 }) is { } missing)
            return $"press: '{command.Name}' needs a {missing.Name}. {Usage(command)}";
        return $"press: {OneLine(call.Errors[0].Message).TrimEnd('.')}. {Usage(command)}";
    }

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Usage(Command command) => command is RootCommand
        ? $"Write 'press {string.Join("' or 'press ", command.Subcommands.Select(Example))}'. 'press --help' tells more."
        : $"Write 'press {Example(command)}'. 'press {command.Name} --help' tells more.";

    private static string Example(Command command) =>
        string.Join(' ', [command.Name, .. command.Arguments.Select(argument => argument.Name), .. command.Options.Where(option => option.HelpName is not null).Select(option => $"{option.Name} {option.HelpName}")]);
}
