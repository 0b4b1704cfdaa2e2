using Press.Testing;

namespace Press.Tests.Jekyll;

/// <summary>What Jekyll lets through is said, and keeps no post back.</summary>
public sealed class JekyllSettingsTests
{
    private const string Jekyll = "url: https://example.com\ntheme: minima\npermalink: /:title.html\n";

    [Fact]
    public void Of_a_key_that_stands_twice_the_last_counts_and_a_warning_says_so()
    {
        var published = SiteText.Publish(
            $"-- _config.yml --\n{Jekyll}title: One\ntitle: Two\n-- _posts/2025-01-02-a.md --\n---\ntitle: A\n"
                + "lang: ko\ntitle: B\n---\ntext\n");
        Assert.Equal("B", Assert.Single(published.Catalog.Entries).Title);
        Assert.Contains(
            "<title>B · Two</title>",
            System.Text.Encoding.UTF8.GetString(published.Files["a.html"].Content.Bytes.Span),
            StringComparison.Ordinal);
        var found = published.Diagnostics.Where(found => found.Rule == DiagnosticRules.RepeatedKey).Select(
            found => (found.File, found.Position));
        Assert.Equal([("_config.yml", new TextPosition(5, 1)), ("_posts/2025-01-02-a.md", new TextPosition(4, 1))], found);
        Assert.DoesNotContain(published.Diagnostics, found => found.IsError);
    }

    [Fact]
    public void Elsewhere_it_is_an_error() => Assert.Contains(
        SiteText.Publish("-- _config.yml --\nurl: https://a.b\n-- a.md --\n---\ntitle: A\ntitle: B\n---\ntext\n").Diagnostics,
        found => found.Rule == DiagnosticRules.DuplicateKey);

    [Fact]
    public void An_old_path_with_its_host_leads_to_the_page()
    {
        var published = SiteText.Publish(
            $"-- _config.yml --\n{Jekyll}-- _posts/2025-01-02-a.md --\n---\nredirect_from: https://example.com/old/Page.html\n---\ntext\n");
        Assert.Contains("old/Page.html", published.Files.Keys);
        Assert.Equal(
            DiagnosticRules.RedirectWithHost, Assert.Single(published.Diagnostics, found => found.File == "_posts/2025-01-02-a.md").Rule);
    }

    [Theory]
    [InlineData("_layouts/post.html", "<p>\n{% seo %}{{ content }}", 2)]
    [InlineData("_includes/a.html", "{%- include header.html -%}", 1)]
    [InlineData("_layouts/page.html", "{% include a/b.svg x=y %}", 1)]
    public void Layouts_of_Jekylls_in_a_site_that_does_not_say_so_are_told(string name, string text, int line)
    {
        var published = SiteText.Publish($"-- _config.yml --\nurl: https://a.b\n-- {name} --\n{text}\n");
        var found = Assert.Single(published.Diagnostics, found => found.Rule == DiagnosticRules.ForJekyll);
        Assert.Equal((name, line), (found.File, found.Position.Line));
        Assert.DoesNotContain(
            SiteText.Publish($"-- _config.yml --\nurl: https://a.b\ncompatibility: jekyll\n-- {name} --\n{text}\n").Diagnostics,
            found => found.Rule == DiagnosticRules.ForJekyll);
    }

    [Theory]
    [InlineData("{% include 'header.html' %}")]
    [InlineData("{% include page.part %}")]
    [InlineData("{{ content }}")]
    public void Layouts_of_Press_are_not(string text) => Assert.DoesNotContain(
        SiteText.Publish($"-- _config.yml --\nurl: https://a.b\n-- _layouts/post.html --\n{text}\n").Diagnostics,
        found => found.Rule == DiagnosticRules.ForJekyll);
}
