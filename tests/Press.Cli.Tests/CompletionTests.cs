using System.Diagnostics;
using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Cli.Tests;

/// <summary>What <c>docs/command-line.md</c> says to put into a shell's settings completes calls there.</summary>
public sealed partial class CompletionTests : IDisposable
{
    // Each shell says in its own way what Tab would show behind the line that $LINE has.
    private const string Bash = """
        COMP_LINE=$LINE COMP_POINT=${#LINE}
        read -ra COMP_WORDS <<<"$LINE"
        case $LINE in *" ") COMP_WORDS+=("") ;; esac
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _press
        printf '%s\n' "${COMPREPLY[@]}"
        """;

    // Without a terminal there is no line editor: it is stood in for.
    private const string Zsh = """
        BUFFER=$LINE CURSOR=${#LINE} words=(${(z)LINE})
        compadd() { shift; print -l -- ${(M)@:#${${LINE##* }}*} }
        _press
        """;

    private const string Fish = "complete -C \"$LINE\"";

    private const string PowerShell = """
        $found = [System.Management.Automation.CommandCompletion]::CompleteInput($env:LINE, $env:LINE.Length, $null)
        $found.CompletionMatches.CompletionText
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("press-completion-");

    public static TheoryData<string, string, string> Lines
    {
        get
        {
            var lines = new TheoryData<string, string, string>();
            foreach (var shell in new[] { "bash", "zsh", "fish", "pwsh" })
            {
                lines.Add(shell, "press se", "serve");
                lines.Add(shell, "press serve --dr", "--drafts");
                lines.Add(shell, "press check --format ", "github json text");
                lines.Add(shell, "press check --format j", "json");
            }

            return lines;
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_call_is_completed(string shell, string line, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The program is linked to by the name that the documentation has.");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "press"), Path.Combine(AppContext.BaseDirectory, "Press.Cli"));

        var found = shell switch
        {
            "bash" => await RunAsync("bash", ["-c", $"{Settings("sh")}\n{Bash}"], line),
            "zsh" => await RunAsync("zsh", ["-f", "-c", $"{Settings("zsh")}\n{Zsh}"], line),
            "fish" => await RunAsync("fish", ["-N", "-c", $"{Settings("fish")}\n{Fish}"], line),
            _ => await RunAsync(
                "dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", "-Command", $"{Settings("powershell")}\n{PowerShell}"], line),
        };
        Assert.Equal(words.Split(' '), found.Order(StringComparer.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>What the documentation has for a shell.</summary>
    private static string Settings(string language)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "command-line.md")).ReplaceLineEndings("\n");
        return Block().Matches(page).Single(block => block.Groups["language"].Value == language
            && block.Groups["text"].Value.Contains("[suggest:", StringComparison.Ordinal)).Groups["text"].Value;
    }

    /// <summary>The lines that a shell prints. Those of a folder without files: a shell adds names of files.</summary>
    private async Task<string[]> RunAsync(string shell, string[] arguments, string line)
    {
        // The root has the manifest of the tools that 'dotnet tool run' finds.
        var start = new ProcessStartInfo(shell, arguments)
        {
            WorkingDirectory = shell == "dotnet" ? Repository.Root : _folder.CreateSubdirectory("empty").FullName,
        };
        start.Environment["PATH"] = $"{_folder.FullName}:{start.Environment["PATH"]}";
        start.Environment["LINE"] = line;
        var run = await ProgramRun.TryAsync(start, TestContext.Current.CancellationToken);
        Assert.SkipWhen(run is null, $"There is no {shell}: 'bash tests/run.sh' installs it.");
        Assert.SkipWhen(
            run.Errors.Contains("dotnet tool restore", StringComparison.Ordinal), "There is no PowerShell: run 'dotnet tool restore'.");
        Assert.Equal("", run.Errors);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [GeneratedRegex(
        "^```(?<language>\\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
