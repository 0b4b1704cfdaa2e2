using System.Globalization;
using System.Text.RegularExpressions;
using Press.Testing;

namespace Infra.Tests;

/// <summary>API versions are neither too old for the linter of today nor too new for the azd of an author.</summary>
public sealed partial class ApiVersionTests
{
    // The oldest azd that azure.yaml allows brings this Bicep, of July 2026. Types come into it some months after their API version.
    private static readonly (string Azd, DateOnly NewestVersion) Oldest = ("1.29.0", new DateOnly(2026, 1, 1));

    [Fact]
    public async Task No_API_version_is_old_today()
    {
        using var copy = new TemplateCopy();
        copy.SetAgeRule("error");
        Assert.Equal("", await copy.LintAsync("main.bicep"));
        Assert.Equal("", await copy.LintAsync("subscriptions.bicep"));
    }

    [Fact]
    public async Task What_azd_and_az_compile_with_still_compiles_in_three_years()
    {
        using var copy = new TemplateCopy();
        copy.SetAgeRule("off", "2029-11-26");
        Assert.Equal("", await copy.LintAsync("main.bicep"));
        Assert.Equal("", await copy.LintAsync("subscriptions.bicep"));
    }

    [Fact]
    public async Task The_strict_rule_would_refuse_them_in_three_years()
    {
        // Otherwise the test above would prove nothing.
        using var copy = new TemplateCopy();
        copy.SetAgeRule("error", "2029-11-26");
        Assert.Contains("use-recent-api-versions", await copy.LintAsync("main.bicep"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Bicep_of_the_oldest_azd_knows_all_of_them()
    {
        var azure = File.ReadAllText(Path.Combine(Repository.Root, "azure.yaml"));
        Assert.Contains($"requiredVersions:\n  azd: '>= {Oldest.Azd}'", azure, StringComparison.Ordinal);
        var versions = Bicep.Files.SelectMany(file => Version().Matches(File.ReadAllText(Path.Combine(Bicep.Folder, file)))).ToList();
        Assert.InRange(versions.Count, 20, int.MaxValue);
        foreach (var version in versions)
        {
            var date = DateOnly.Parse(version.Groups["date"].Value, CultureInfo.InvariantCulture);
            Assert.True(date <= Oldest.NewestVersion, $"{version.Value} may be unknown to the Bicep of azd {Oldest.Azd}.");
        }
    }

    [GeneratedRegex(@"'Microsoft\.[A-Za-z./]+@(?<date>\d{4}-\d\d-\d\d)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
