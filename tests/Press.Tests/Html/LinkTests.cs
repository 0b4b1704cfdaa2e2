using Press.Testing;

namespace Press.Tests;

public sealed class LinkTests
{
    [Theory]
    [InlineData("/x.png", "/b/x.png")]
    [InlineData("/b/x.png", "/b/x.png")]
    [InlineData("x.png", "x.png")]
    [InlineData("../x.png?a=b#c", "../x.png?a=b#c")]
    [InlineData("/\u1100\u1173\u1105\u1175\u11B7.png", "/b/그림.png")]
    [InlineData("/%E1%84%80%E1%85%B3%E1%84%85%E1%85%B5%E1%86%B7.png#%E1%84%80", "/b/%EA%B7%B8%EB%A6%BC.png#\u1100")]
    [InlineData("#part", "#part")]
    [InlineData("?q", "?q")]
    [InlineData("", "")]
    [InlineData("//cdn.example.com/x", "//cdn.example.com/x")]
    [InlineData("https://example.com/x", "https://example.com/x")]
    [InlineData("mailto:a@example.com", "mailto:a@example.com")]
    public void A_path_of_the_site_goes_below_its_base_and_a_relative_one_waits_for_the_plan(string written, string link) =>
        Assert.Equal(link, new LinkRewriter(new SiteSettings { BaseUrl = "/b" }).Rewrite(written, TextPosition.Start));

    [Fact]
    public void Raw_HTML_and_Markdown_have_the_same_links()
    {
        var site = SiteText.Publish("""
            -- _config.yml --
            baseurl: /b
            -- 2025-01-01-a.md --
            ![i](/i.png) [l](/l.html)

            <img src="/i.png"> <a href="/l.html">l</a>
            -- 2025-01-01-l.md --
            L
            """);
        var html = site.Posts["/a.html"].Html;
        Assert.Equal(2, html.Split("\"/b/i.png\"").Length - 1);
        Assert.Equal(2, html.Split("\"/b/l.html\"").Length - 1);
        Assert.Equal(2, html.Split("decoding=\"async\"").Length - 1);
        Assert.Single(html.Split("loading=\"lazy\"").Skip(1));
    }

    [Fact]
    public void A_link_to_a_post_s_source_leads_to_its_page()
    {
        var site = SiteText.Publish("""
            -- _posts/2025-01-01-a.md --
            See [b](2025-01-02-b.md#첫인상) and [c](ko/2025-01-03-c.md), <b>both</b>.
            -- 2025-01-02-b.md --
            Back to [a](./2025-01-01-a.md).

            ## 첫인상
            -- ko/2025-01-03-c.md --
            ---
            lang: ko
            permalink: /:year/:slug/
            ---
            위로 [b](../2025-01-02-b.md)
            """);
        Assert.Empty(site.Diagnostics);
        Assert.Contains(
            "<a href=\"/b.html#%EC%B2%AB%EC%9D%B8%EC%83%81\">b</a> and <a href=\"/ko/2025/c/\">c</a>",
            site.File("a.html"),
            StringComparison.Ordinal);
        Assert.Contains("<a href=\"/a.html\">a</a>", site.File("b.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/b.html\">b</a>", site.File("ko/2025/c/index.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/b.html#", site.Catalog.WithSlug("a").Single().ExcerptHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_of_its_own_has_links_of_its_own()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n---\nexcerpt: See [b](2025-01-02-b.md).\n---\n[c](2025-01-03-c.md)\n"
                + "-- 2025-01-02-b.md --\nB\n-- 2025-01-03-c.md --\nC\n");
        Assert.Contains("<a href=\"/b.html\">b</a>", site.Catalog.WithSlug("a").Single().ExcerptHtml, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/c.html\">c</a>", site.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_dead_links_the_first_ones_alone_are_told_what_may_have_been_meant()
    {
        var links = string.Concat(Enumerable.Range(0, 102).Select(number => $"[b](2025-01-02-bb.md?{number})\n"));
        var site = SiteText.Publish($"-- 2025-01-02-b.md --\nB\n-- a.md --\n{links}");
        Assert.Equal(
            "a.md(100,1): warning MD003: 2 more warnings of this file are not shown. Correct these first.",
            site.Diagnostics[^1].ToString());
        Assert.Equal(101, site.Diagnostics.Length);
        Assert.Equal(
            100, site.Diagnostics.Count(found => found.Message.EndsWith("Did you mean '2025-01-02-b.md'?", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_dead_link_is_told_of_and_stays()
    {
        var site = SiteText.Publish("-- 2025-01-01-a.md --\n---\ntitle: A\n---\n\nSee [b](2025-01-02-bb.md).\n-- 2025-01-02-b.md --\nB\n");
        Assert.Equal(
            "2025-01-01-a.md(5,5): warning MD003: '2025-01-02-bb.md' leads to no published post. Did you mean '2025-01-02-b.md'?",
            Assert.Single(site.Diagnostics).ToString());
        Assert.Contains("<a href=\"2025-01-02-bb.md\">b</a>", site.File("a.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"2025-01-02-bb.md\">b</a>", site.File("a.html"), StringComparison.Ordinal);
    }
}
