using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests;

/// <summary>What <c>docs/</c> shows is so, and is itself a site of Press.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs");

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Folder, "*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Settings => [.. Blocks("settings.md", "yaml")];

    [Fact]
    public void The_documentation_is_a_site_with_nothing_wrong_in_it()
    {
        var site = SiteText.PublisherAt(SiteText.Now).Publish(
        [
            .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
                .Select(path => SiteText.Source(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllBytes(path))),
        ]);
        // Where it will be served nobody knows.
        Assert.Equal([DiagnosticRules.NoSiteUrl], site.Diagnostics.Select(found => found.Rule));
        Assert.Empty(site.Catalog.Entries);
        Assert.Subset(
            site.Files.Keys.ToHashSet(), Pages.Select(row => row.Data.Replace(".md", ".html", StringComparison.Ordinal)).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_page_of_the_documentation_can_be_reached_from_its_home(string page) =>
        Assert.True(
            page == "index.md" || File.ReadAllText(Path.Combine(Folder, "index.md")).Contains($"]({page})", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_that_the_documentation_shows_are_right(string yaml)
    {
        // A block that is no settings names its file.
        var files = yaml.StartsWith("# _data/", StringComparison.Ordinal)
            ? $"-- _config.yml --\nurl: https://e.com\n-- {yaml[2..yaml.IndexOf('\n', StringComparison.Ordinal)]} --\n{yaml}"
            : $"-- _config.yml --\n{yaml}";
        var site = SiteText.Publish(
            $"{files}\n-- 2025-01-01-a.md --\ntext\n-- 2025-01-02-b.md --\n---\nlang: ko\n---\n글\n");
        Assert.Empty(site.Diagnostics);
    }

    [Fact]
    public void Front_matter_that_the_documentation_shows_is_right()
    {
        var post = Assert.Single(Blocks("front-matter.md", "markdown"));
        var site = SiteText.Publish(
            $"-- 2025-03-24-walk.md --\n{post}\n-- 2025-03-20-tea.md --\n---\nlang: ko\n---\n차\n"
                + "-- images/seoul.jpg --\n\n-- _config.yml --\nurl: https://e.com\n");
        Assert.DoesNotContain(
            site.Diagnostics, found => found.File.EndsWith(".md", StringComparison.Ordinal) && found.Rule != DiagnosticRules.DeadLink);
        Assert.Contains(site.Catalog.Entries, entry => entry is { Title: "서울 산책", Featured: true, Lang: "ko", PageId: "walk-in-seoul" });
    }

    [Fact]
    public void Every_setting_is_documented()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "settings.md"));
        Assert.All(SiteSettingsReader.KnownKeys, key => Assert.Contains(key, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_of_the_readme_lead_to_files()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var links = Link().Matches(text).Select(link => link.Groups["path"].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Repository.Root, link)), link));
    }

    private static IEnumerable<string> Blocks(string page, string language) =>
        Block().Matches(File.ReadAllText(Path.Combine(Folder, page)).ReplaceLineEndings("\n"))
            .Where(block => block.Groups["language"].Value == language)
            .Select(block => block.Groups["text"].Value);

    [GeneratedRegex(
        @"^```(?<language>\w+)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"\]\((?<path>[^):#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
