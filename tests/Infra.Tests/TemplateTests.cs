using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Tests;

/// <summary>The templates as text: compiled, linted and formatted by the real compiler.</summary>
public sealed partial class TemplateTests
{
    private static readonly string[] Shared =
        ["posts", "site", "press", "public", "$web", "deployment", "dead-letters", "changes", "changes-poison"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Templates => [.. Bicep.Files.Where(file => Path.GetExtension(file) == ".bicep")];

    /// <summary>What the compiler says of a module, it says of the template that uses it.</summary>
    [Theory]
    [InlineData("main.bicep")]
    [InlineData("subscriptions.bicep")]
    public async Task A_template_compiles_without_a_word(string file)
    {
        await Bicep.CompileAsync(file);
        var run = await Bicep.RunAsync(["lint", Path.Combine(Bicep.Folder, file)]);
        Assert.Equal((0, ""), (run.Code, run.Errors));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_module_is_used(string file)
    {
        var name = Path.GetFileName(file);
        if (name is "main.bicep" or "subscriptions.bicep")
            return;
        var texts = Bicep.Files.Select(other => File.ReadAllText(Path.Combine(Bicep.Folder, other)));
        Assert.Contains(texts, text => text.Contains($"{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_parameters_fit_the_template()
    {
        var run = await Bicep.RunAsync(["build-params", Path.Combine(Bicep.Folder, "main.bicepparam"), "--stdout"]);
        Assert.Equal((0, ""), (run.Code, run.Errors));
    }

    [Fact]
    public async Task Every_template_is_formatted()
    {
        using var copy = new TemplateCopy();
        foreach (var pattern in new[] { "**/*.bicep", "*.bicepparam" })
        {
            var run = await Bicep.RunAsync(["format", "--pattern", Path.Combine(copy.Folder, pattern)]);
            Assert.True(run.Code == 0, run.Output + run.Errors);
        }

        foreach (var file in Bicep.Files)
        {
            var formatted = await File.ReadAllTextAsync(Path.Combine(copy.Folder, file), Cancellation);
            Assert.Equal(formatted, await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, file), Cancellation));
        }
    }

    [Fact]
    public async Task Every_rule_of_the_linter_is_an_error_but_the_one_that_grows_old()
    {
        using var config = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Bicep.Folder, "bicepconfig.json"), Cancellation));
        var rules = config.RootElement.At("analyzers.core.rules").EnumerateObject().ToList();
        Assert.InRange(rules.Count, 40, int.MaxValue);
        // API versions grow old by themselves: their rule is strict in the tests (ApiVersionTests), and off where azd and az compile.
        Assert.All(rules, rule => Assert.Equal(rule.Name == "use-recent-api-versions" ? "off" : "error", rule.Value.TextAt("level")));
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
        foreach (var name in Shared)
        {
            var files = texts.Where(text => text.Text.Contains($"'{name}'", StringComparison.Ordinal)).Select(text => text.File);
            // The name of an alert, and words about the queue.
            string[] words = [Path.Combine("app", "alerts.bicep"), Path.Combine("app", "changes.bicep")];
            Assert.Equal([Path.Combine("app", "names.bicep")], files.Except(words));
        }
    }

    [Fact]
    public async Task The_deployment_is_what_it_was()
    {
        var run = await Bicep.SnapshotAsync(Bicep.Folder, "validate");
        Assert.True(
            run.Code == 0,
            "The resources are others than infra/main.snapshot.json says. "
                + $"If that is meant, write it anew with 'bicep snapshot --mode overwrite'.\n{run.Output}{run.Errors}");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
