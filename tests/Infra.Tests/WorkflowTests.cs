using System.Text.RegularExpressions;
using Press.Testing;

namespace Infra.Tests;

/// <summary>What runs on somebody else's machine with our rights.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] Told =
        ["README.md", "docs/azure.md", "infra/README.md", ".github/deploy.sh", ".github/workflows/deploy.yml"];

    public static TheoryData<string> Workflows =>
        [
            .. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows")).Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_by_commit_and_rights_are_few(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", name));
        var uses = Use().Matches(text).Select(use => use.Groups["action"].Value).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches("^[A-Za-z/-]+@[0-9a-f]{40} # v[0-9.]+$", action));
        Assert.Matches(@"(?m)^permissions:\n  contents: read\n", text);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(": write", text.Replace("id-token: write", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_azd_is_told_is_there()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"));
        foreach (Match path in PathInYaml().Matches(text))
            Assert.True(Path.Exists(Path.Combine(Repository.Root, path.Groups["path"].Value)), path.Value);
    }

    [Fact]
    public void The_deployment_passes_every_variable_that_templates_and_hooks_read()
    {
        var hooks = Directory.GetFiles(Path.Combine(Bicep.Folder, "hooks"));
        var read = hooks.Append(Path.Combine(Bicep.Folder, "main.bicepparam"))
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)).Select(variable => variable.Value))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.InRange(read.Count, 6, int.MaxValue);
        var deploy = Workflow("deploy.yml");
        Assert.All(read, name => Assert.Contains($"{name}: ${{{{ vars.{name} }}}}\n", deploy, StringComparison.Ordinal));
        // Each is a setting that a person is told of.
        var settings = File.ReadAllText(Path.Combine(Bicep.Folder, "README.md"));
        Assert.All(read, name => Assert.Contains($"| `{name}` |", settings, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_deployment_needs_once_is_documented()
    {
        var text = File.ReadAllText(Path.Combine(Bicep.Folder, "README.md"));
        // The subject that GitHub sends for a job with an environment.
        Assert.Matches(@"(?m)^    environment: production$", Workflow("deploy.yml"));
        Assert.Contains("repo:OWNER/REPOSITORY:environment:production", text, StringComparison.Ordinal);
        Assert.Contains("Contributor", text, StringComparison.Ordinal);
        Assert.Contains("Role Based Access Control Administrator", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_checks_before_a_deployment_run_on_every_system()
    {
        var azure = File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"));
        foreach (var hook in new[] { "preprovision", "postdeploy" })
        {
            Assert.Matches($@"  {hook}:\n    posix:\n      shell: sh\n      run: infra/hooks/{hook}\.sh\n", azure);
            Assert.Matches($@"    windows:\n      shell: pwsh\n      run: infra/hooks/{hook}\.ps1\n", azure);
        }
    }

    [Fact]
    public void Hooks_for_Windows_say_which_PowerShell_they_need()
    {
        // azd takes Windows PowerShell 5.1 where there is no other, and there a line that az writes to its error stream ends the script.
        var hooks = Directory.GetFiles(Path.Combine(Bicep.Folder, "hooks"), "*.ps1");
        Assert.Equal(2, hooks.Length);
        Assert.All(hooks, hook => Assert.StartsWith("#Requires -Version 7.2\n", File.ReadAllText(hook), StringComparison.Ordinal));
    }

    /// <summary>azd runs this command on every .NET service before it does anything else.</summary>
    [Fact]
    public async Task A_deployment_leaves_the_project_of_the_app_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("press-azd-");
        try
        {
            var project = Path.Combine(Repository.Root, "src", "Functions", "Functions.csproj");
            var copy = Path.Combine(folder.FullName, "Functions.csproj");
            File.Copy(project, copy);
            var run = await Run.OfAsync("dotnet", ["user-secrets", "init", "--project", copy]);
            Assert.True(run.Code == 0, run.Output + run.Errors);
            Assert.Equal(File.ReadAllText(project), File.ReadAllText(copy));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void No_flag_of_an_old_azd_is_asked_for() => Assert.All(
        Told.Select(file => File.ReadAllText(Path.Combine(Repository.Root, file))),
        text => Assert.DoesNotContain("alpha.", text, StringComparison.Ordinal));

    private static string Workflow(string name) => File.ReadAllText(Path.Combine(Repository.Root, ".github", "workflows", name));

    [GeneratedRegex("PRESS_[A-Z_]+")]
    private static partial Regex Variable();

    [GeneratedRegex(@"uses: (?<action>.+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(@"(project|path|run): (?<path>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PathInYaml();
}
