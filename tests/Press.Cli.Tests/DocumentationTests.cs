using System.Text.RegularExpressions;
using Press.Testing;
using Spectre.Console;

namespace Press.Cli.Tests;

/// <summary>The calls that README and <c>docs/</c> show are calls that Press takes.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string>();
            var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Append(
                Path.Combine(Repository.Root, "README.md"));
            foreach (var page in pages.Order(StringComparer.Ordinal))
            {
                foreach (Match call in Call().Matches(File.ReadAllText(page).ReplaceLineEndings("\n")))
                    calls.Add(Path.GetFileName(page), call.Groups["call"].Value);
            }

            return calls;
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_of_the_documentation_is_understood(string page, string call)
    {
        Assert.NotEmpty(page);
        var words = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(call).ToArray();
        var command = new PressCommand(AnsiConsole.Console, AnsiConsole.Console, TimeProvider.System);
        Assert.Null(command.FaultOf(words));
    }

    /// <summary>A line of a block of code, in a terminal (<c>$</c>) or to be copied, up to what a shell reads.</summary>
    [GeneratedRegex(
        "^ *(\\$ )?(press|dotnet run --project src/Press\\.Cli --) (?<call>[a-z][^\n&|>#]*?) *(&.*|\\|.*|>.*|#.*)?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
