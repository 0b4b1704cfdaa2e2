using Press.Testing;

namespace Press.Tests;

public sealed class LinkTargetTests
{
    private const string Site = """
        -- _config.yml --
        url: https://example.com
        permalink: /:year/:slug/
        -- images/Cat.png --
        x
        -- images/my cat.png --
        x
        -- notes/dog.png --
        x
        -- _posts/2025-01-02-two.md --
        ---
        title: Two
        ---
        ## 제목 하나

        <b id="here">x</b>
        -- _posts/2025-01-03-draft.md --
        ---
        draft: true
        ---
        -- _posts/notes/2025-01-01-one.md --

        """;

    [Theory]
    [InlineData("[x](/2025/two/)", "/2025/two/")]
    [InlineData("[x](../two/)", "../two/")]
    [InlineData("[x](../two/index.html)", "../two/index.html")]
    [InlineData("[x](.)", ".")]
    [InlineData("[x](../2025-01-02-two.md#here)", "/2025/two/#here")]
    [InlineData("[x](/_posts/2025-01-02-two.md)", "/2025/two/")]
    [InlineData("<a href='../2025-01-02-two.md'>x</a>", "/2025/two/")]
    [InlineData("[x](/2025/two/#제목-하나)", "/2025/two/#%EC%A0%9C%EB%AA%A9-%ED%95%98%EB%82%98")]
    [InlineData("[x](/2025/two/#top)", "/2025/two/#top")]
    [InlineData("[x](#press:related)", "#press:related")]
    [InlineData("[x](/)", "/")]
    [InlineData("[x](/archive.html)", "/archive.html")]
    [InlineData("[x](/feed.xml)", "/feed.xml")]
    [InlineData("[x](/assets/press.css)", "/assets/press.css")]
    [InlineData("[x](https://example.com/2025/two/)", "https://example.com/2025/two/")]
    [InlineData("[x](https://example.com/another-project/)", "https://example.com/another-project/")]
    [InlineData("[x](https://elsewhere.example/x)", "https://elsewhere.example/x")]
    [InlineData("![x](dog.png)", "/notes/dog.png")]
    [InlineData("<img src='dog.png' srcset='dog.png 1x, ../images/Cat.png 2x'>", "/notes/dog.png")]
    [InlineData("![x](../../images/Cat.png)", "/images/Cat.png")]
    [InlineData("![x](/images/my%20cat.png)", "/images/my%20cat.png")]
    [InlineData("<img src='/images/my cat.png'>", "/images/my cat.png")]
    [InlineData("[x](?page=1)", "?page=1")]
    [InlineData("[x]({{site.baseurl}}/nowhere/)", "%7B%7Bsite.baseurl%7D%7D/nowhere/")]
    public void A_link_leads_somewhere(string written, string link)
    {
        var site = SiteText.Publish(Site + written + "\n");
        Assert.DoesNotContain(site.Diagnostics, found => found.Rule.Code is "MD003" or "MD012" or "MD013" or "MD014");
        Assert.Contains($"=\"{link}\"", site.Posts["/2025/one/"].Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](/2025/too/)", "MD012 (1,1) '/2025/too/' leads to nothing on this site. Did you mean '/2025/two/'?")]
    [InlineData("text [x](/2025/two)", "MD012 (1,6) '/2025/two' leads to nothing on this site. Did you mean '/2025/two/'?")]
    [InlineData("[x](../tow/)", "MD012 (1,1) '../tow/' leads to nothing on this site. Did you mean '/2025/two/'?")]
    [InlineData("[x](/2025/draft/)", "MD012 (1,1) '/2025/draft/' leads to nothing on this site. Write another path, or add the file.")]
    [InlineData("[x](../2025-01-03-draft.md)", "MD003 (1,1) '../2025-01-03-draft.md' leads to no published post.")]
    [InlineData(
        "![x](/images/cat.png)",
        "MD014 (1,1) '/images/cat.png' is '/images/Cat.png' on this site: with other letters it leads somewhere on a "
            + "Mac or on Windows, and nowhere on Azure. Write the path as the file is named.")]
    [InlineData(
        "![x](/pictures/Cat.png)",
        "MD012 (1,1) '/pictures/Cat.png' leads to nothing on this site. Did you mean '/images/Cat.png'?")]
    [InlineData(
        "<b>t</b> <img src='/images/dgo.png'>",
        "MD012 (1,20) '/images/dgo.png' leads to nothing on this site. Write another path, or add the file.")]
    [InlineData(
        "<img src='dog.png' srcset='dog.png 1x, dig.png 2x'>",
        "MD012 (1,40) 'dig.png' leads to nothing on this site. Write another path, or add the file.")]
    [InlineData(
        "[x](github.com/owner/name)",
        "MD012 (1,1) 'github.com/owner/name' leads to nothing on this site. Did you mean 'https://github.com/owner/name'?")]
    [InlineData(
        "[x](https://example.com/2025/too/)",
        "MD012 (1,1) 'https://example.com/2025/too/' leads to nothing on this site. Did you mean '/2025/two/'?")]
    [InlineData("## Heading\n\n[x](#heding)", "MD013 (3,1) this post has no heading or anchor '#heding'. Did you mean '#heading'?")]
    [InlineData("[x](#none)", "MD013 (1,1) this post has no heading or anchor '#none'. Look at the text of its headings.")]
    [InlineData(
        "[x](/2025/two/#none)",
        "MD013 (1,1) '_posts/2025-01-02-two.md' has no heading or anchor '#none'. Look at the text of its headings.")]
    [InlineData("[x](/no/) and again [x](/no/)", "MD012 (1,1) '/no/' leads to nothing on this site. Write another path, or add the file.")]
    public void A_link_that_leads_nowhere_is_told_of_once_and_stays(string written, string told)
    {
        var found = SiteText.Publish(Site + written + "\n").Diagnostics.Where(
            found => found.Rule.Code is "MD003" or "MD012" or "MD013" or "MD014");
        Assert.Equal(
            told,
            string.Join(' ', found.Select(fault => $"{fault.Rule.Code} ({fault.Position.Line},{fault.Position.Column}) {fault.Message}")));
    }

    [Fact]
    public void A_picture_that_the_front_matter_names_is_looked_up_too()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\nurl: https://example.com\n-- 2025-01-01-a.md --\n---\ntitle: x\nfeatured_image: /images/none.png\n---\n");
        Assert.Equal(
            "2025-01-01-a.md(3,17): warning MD012: '/images/none.png' leads to nothing on this site. Write another path, or add the file.",
            Assert.Single(site.Diagnostics).ToString());
    }

    [Fact]
    public void What_a_Mac_writes_in_pieces_leads_somewhere()
    {
        var pieces = "한글 글".ToNormalForm(System.Text.NormalizationForm.FormD);
        var anchor = pieces.Replace(' ', '-');
        var picture = "움짤".ToNormalForm(System.Text.NormalizationForm.FormD);
        var site = SiteText.Publish(
            $"-- images/움짤.png --\nx\n-- 2025-01-01-a.md --\n---\ntags: [{pieces}]\n---\n## {pieces}\n\n"
                + $"[x](#{anchor}) [y](/a.html#{anchor}) ![z](/images/{picture}.png)\n"
                + "-- 2025-01-02-b.md --\n---\ntags: [한글 글]\n---\n樂 와 Å\n");
        Assert.DoesNotContain(site.Diagnostics, found => found.Rule.Code != "CF003" && found.Rule.Code != "IM001");
        Assert.Equal("한글 글", Assert.Single(site.Catalog.Tags).Name);
        Assert.Contains("한글 글", site.Posts["/a.html"].Html, StringComparison.Ordinal);
        Assert.Contains("樂 와 Å", site.Posts["/b.html"].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_link_of_an_excerpt_leads_from_listings_to_where_it_leads_from_the_page()
    {
        var site = SiteText.Publish(Site + "[x](../two/) ![y](dog.png)\n");
        Assert.Contains("<a href=\"/2025/two/\">", site.Catalog.WithSlug("one").Single().ExcerptHtml, StringComparison.Ordinal);
        Assert.Contains("src=\"/notes/dog.png\"", site.Catalog.WithSlug("one").Single().ExcerptHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_looks_like_a_link_in_code_stays_as_it_is()
    {
        var site = SiteText.Publish(
            Site + "[x](../2025-01-02-two.md)\n\n```html\n<a href=\"../2025-01-02-two.md\">x</a>\n```\n\n"
                + "`<a href=\"../2025-01-02-two.md\">`\n");
        Assert.Single(site.Posts["/2025/one/"].Html.Split("/2025/two/").Skip(1));
    }

    [Fact]
    public void A_link_in_a_translation_leads_to_the_page_of_its_language()
    {
        var site = SiteText.Publish("""
            -- _config.yml --
            url: https://example.com
            baseurl: /blog
            lang: en
            -- 2025-01-01-other.md --
            ---
            page_id: other
            ---
            -- 2025-01-01-other.ko.md --
            ---
            lang: ko
            page_id: other
            permalink: /other.html
            ---
            -- 2025-01-02-renamed.md --
            ---
            page_id: renamed
            ---
            -- 2025-01-02-renamed.ko.md --
            ---
            lang: ko
            page_id: renamed
            slug: 새-이름
            tags: [News]
            ---
            -- 2025-01-03-alone.md --
            Alone
            -- 2025-01-04-post.md --
            ---
            page_id: post
            ---
            [o](/ko/other.html)
            -- 2025-01-04-post.ko.md --
            ---
            lang: ko
            page_id: post
            ---
            [1](/other.html#top) [2](/renamed.html) [3](/alone.html) [4](/) [5](/post.html) [6](/ko/other.html) [7](/KO/other.html)

            <a href="/other.html" hreflang="en">8</a>

            `<a href="/other.html">`
            """);
        Assert.Empty(site.Diagnostics);
        var html = site.Posts["/ko/post-ko.html"].Html;
        string[] links =
        [
            "/blog/ko/other.html#top\">1",
            "/blog/ko/%EC%83%88-%EC%9D%B4%EB%A6%84.html\">2",
            "/blog/alone.html\">3",
            "/blog/ko/\">4",
            "/blog/post.html\">5",
            "/blog/ko/other.html\">6",
            "/blog/ko/other.html\">7",
            "/blog/other.html\" hreflang=\"en\">8",
        ];
        foreach (var link in links)
            Assert.Contains($"href=\"{link}", html, StringComparison.Ordinal);
        Assert.Contains("/blog/ko/other.html", site.Posts["/post.html"].Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_copied_page_id_is_told_of_where_it_was_copied_to()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n---\npage_id: x\n---\n-- 2025-01-01-a.ko.md --\n---\nlang: ko\npage_id: x\n---\n"
                + "-- 2025-01-02-b.md --\n---\ntitle: b\npage_id: x\n---\n");
        Assert.StartsWith(
            "2025-01-02-b.md(3,1): warning UR008: 'page_id: x' is that of '2025-01-01-a.md'",
            Assert.Single(site.Diagnostics).ToString(),
            StringComparison.Ordinal);
    }
}
