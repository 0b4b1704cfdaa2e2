using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Tests;

/// <summary>The templates as text: compiled, linted and formatted by the real compiler.</summary>
public sealed partial class TemplateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. Bicep.Files];

    public static TheoryData<string> Templates => [.. Bicep.Files.Where(file => Path.GetExtension(file) == ".bicep")];

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task A_template_compiles_without_a_word(string file)
    {
        foreach (var command in new[] { "build", "lint" })
        {
            var run = await Bicep.RunAsync([command, Path.Combine(Bicep.Folder, file), .. command == "build" ? ["--stdout"] : Array.Empty<string>()]);
            Assert.Equal((0, ""), (run.Code, run.Errors));
        }
    }

    [Fact]
    public async Task The_parameters_fit_the_template()
    {
        var run = await Bicep.RunAsync(["build-params", Path.Combine(Bicep.Folder, "main.bicepparam"), "--stdout"]);
        Assert.Equal((0, ""), (run.Code, run.Errors));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_template_is_formatted(string file)
    {
        var path = Path.Combine(Bicep.Folder, file);
        var run = await Bicep.RunAsync(["format", path, "--stdout"]);
        Assert.Equal(await File.ReadAllTextAsync(path, Cancellation), run.Output);
    }

    [Fact]
    public async Task Every_rule_of_the_linter_is_an_error()
    {
        using var config = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "bicepconfig.json"), Cancellation));
        var rules = config.RootElement.At("analyzers.core.rules").EnumerateObject().ToList();
        Assert.InRange(rules.Count, 40, int.MaxValue);
        Assert.All(rules, rule => Assert.Equal("error", rule.Value.TextAt("level")));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_is_short(string file) => Assert.InRange(File.ReadLines(Path.Combine(Bicep.Folder, file)).Count(), 1, 149);

    [Fact]
    public void What_modules_have_to_agree_on_is_written_once()
    {
        var texts = Bicep.Files.Select(file => (File: file, Text: File.ReadAllText(Path.Combine(Bicep.Folder, file)))).ToList();
        var ids = texts.SelectMany(text => Id().Matches(text.Text), (text, id) => (text.File, id.Value)).ToList();
        Assert.Equal(ids.Select(id => id.Value).Distinct(), ids.Select(id => id.Value));
        Assert.All(ids, id => Assert.Equal(Path.Combine("app", "names.bicep"), id.File));
        foreach (var container in new[] { "posts", "site", "press", "public", "$web", "deployment", "dead-letters" })
            Assert.Equal([Path.Combine("app", "names.bicep")], texts.Where(text => text.Text.Contains($"'{container}'", StringComparison.Ordinal)).Select(text => text.File).Except([Path.Combine("app", "alerts.bicep")]));
    }

    [Fact]
    public async Task The_deployment_is_what_it_was()
    {
        var run = await Bicep.SnapshotAsync(Bicep.Folder, "validate");
        Assert.True(run.Code == 0, $"The resources are others than infra/main.snapshot.json says. If that is meant, write it anew with 'bicep snapshot --mode overwrite'.\n{run.Output}{run.Errors}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
