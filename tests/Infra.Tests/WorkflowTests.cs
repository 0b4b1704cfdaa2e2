using System.Text.RegularExpressions;
using Press.Testing;

namespace Infra.Tests;

/// <summary>What runs on somebody else's machine with our rights.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, ".github", "workflows")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

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

    [GeneratedRegex(@"uses: (?<action>.+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();

    [GeneratedRegex(@"(project|path|run): (?<path>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex PathInYaml();
}
