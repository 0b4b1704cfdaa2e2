using Press.Testing;

namespace Press.Tests;

public sealed class LayoutTests
{
    private const string Posts = "-- 2025-01-01-a.md --\nA\n-- 2025-01-02-b.md --\nB\n-- 2025-01-03-c.md --\nC\n";

    [Fact]
    public void A_layout_that_fails_on_every_page_is_one_diagnostic_at_its_line()
    {
        const string Failing = "-- _layouts/post.html --\n---\nlayout: default\n---\n{{ page.title }}\n{{ 1 | divided_by: 0 }}\n";
        var site = SiteText.Publish(Failing + Posts);
        var found = Assert.Single(site.Diagnostics);
        Assert.Equal(("_layouts/post.html", new TextPosition(5, 1), "LY003"), (found.File, found.Position, found.Rule.Code));
    }

    [Fact]
    public void An_include_that_runs_away_is_one_diagnostic_and_the_theme_s_stands_in_for_it()
    {
        var site = SiteText.Publish("-- _includes/head.html --\n<meta>\n{% for i in (1..999999999) %}{% endfor %}\n" + Posts);
        var found = Assert.Single(site.Diagnostics);
        Assert.Equal(("_includes/head.html", new TextPosition(2, 1), "LY003"), (found.File, found.Position, found.Rule.Code));
        Assert.Equal(SiteText.Publish(Posts).File("a.html"), site.File("a.html"));
    }

    [Theory]
    [InlineData("-- _layouts/post.html --\n{% if %}\n", "LY002")]
    [InlineData("-- _layouts/post.html --\n{% for i in (1..999999999) %}{% endfor %}\n", "LY003")]
    public void A_publisher_keeps_the_last_layout_that_could_be_used(string broken, string code)
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        const string Good = "-- _layouts/post.html --\n<i>{{ page.slug }}</i>\n";
        Assert.Equal("<i>a</i>\n", publisher.Publish(SiteText.Sources(Good + Posts)).File("a.html"));

        var site = publisher.Publish(SiteText.Sources(broken + Posts));
        Assert.Equal("<i>a</i>\n", site.File("a.html"));
        Assert.Equal(code, Assert.Single(site.Diagnostics).Rule.Code);

        Assert.NotEqual("<i>a</i>\n", publisher.Publish(SiteText.Sources(Posts)).File("a.html"));
    }

    [Fact]
    public void Now_is_a_moment_of_the_page_and_not_of_the_clock()
    {
        const string Text =
            """
            -- _layouts/post.html --
            {{ 'now' | date: '%Y-%m-%d' }} {{ 'today' | date: '%Y' }} {{ '10:30' | date: '%Y' }}
            -- _layouts/home.html --
            {{ 'now' | date: '%Y-%m-%d' }}
            -- 2025-01-01-a.md --
            A
            -- 2025-01-02-b.md --
            ---
            last_modified_at: 2025-02-03
            ---
            B

            """;
        var (first, later) = (SiteText.Publish(Text), SiteText.Publish(Text, SiteText.Now.AddYears(2)));
        Assert.Equal("2025-01-01 2025 10:30\n", first.File("a.html"));
        Assert.Equal("2025-02-03 2025 10:30\n", first.File("b.html"));
        Assert.Equal("2025-02-03\n", first.File("index.html"));
        foreach (var name in new[] { "a.html", "b.html", "index.html" })
            Assert.Equal(first.File(name), later.File(name));
    }
}
