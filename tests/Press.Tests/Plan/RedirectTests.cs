using Press.Testing;

namespace Press.Tests;

public sealed class RedirectTests
{
    [Fact]
    public void An_old_path_leads_to_the_post()
    {
        var site = SiteText.Publish("""
            -- _config.yml --
            url: https://blog.example.com
            baseurl: /b
            -- 2025-01-01-a.md --
            ---
            title: A & B
            redirect_from: [/2019/old/, older, /%EC%98%9B.html]
            ---
            A
            """);

        Assert.Empty(site.Diagnostics);
        Assert.Equal(["2019/old/index.html", "a.html", "older.html", "옛.html"], site.FilesOfSources());
        var page = site.File("2019/old/index.html");
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"0; url=/b/a.html\">", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"canonical\" href=\"https://blog.example.com/b/a.html\">", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/b/a.html\">A &amp; B</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_path_gives_way_to_what_stands_there_now()
    {
        var site = SiteText.Publish("""
            -- a.md --
            ---
            redirect_from: [/b.html, /old.html, /pic.png, /a.html]
            ---
            A
            -- b.md --
            ---
            redirect_from: /old.html
            ---
            B
            -- pic.png --
            x
            """);

        Assert.Equal(["a.html", "b.html", "old.html", "pic.png"], site.FilesOfSources());
        Assert.Equal("a.md", site.Files["old.html"].SourceName);
        Assert.Equal(
            ["a.md(2,17) UR004", "a.md(2,37) UR004", "b.md(2,16) UR004", "pic.png(1,1) IM001"],
            site.Diagnostics.Select(found => $"{found.File}({found.Position.Line},{found.Position.Column}) {found.Rule.Code}"));
    }

    [Fact]
    public void An_old_path_gives_way_to_the_site_s_own_files_and_listings()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\nurl: https://x.example\n"
                + "-- a.md --\n---\nredirect_from: [/assets/press.js, /, /feed.xml, /404.html]\n---\nA\n");
        Assert.Equal(["a.html"], site.FilesOfSources());
        Assert.Equal(
            "a.md(2,17): warning UR004: /assets/press.js does not lead here, since 'assets/press.js' has it. "
                + "Take it out of 'redirect_from', or move the other one.",
            site.Diagnostics[0].ToString());
        Assert.Equal(["/assets/press.js", "/", "/feed.xml", "/404.html"], site.Diagnostics.Select(found => found.Message.Split(' ')[0]));
        Assert.DoesNotContain("refresh", site.File("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_page_comes_over_a_file_of_the_site_s_look()
    {
        var site = SiteText.Publish(
            "-- a.md --\n---\npermalink: /assets/press.js\n---\nA\n"
                + "-- assets/icon.svg --\n<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>\n");
        Assert.Equal(
            "a.md(2,1) UR002",
            Assert.Single(
                site.Diagnostics.Select(found => $"{found.File}({found.Position.Line},{found.Position.Column}) {found.Rule.Code}")));
        Assert.StartsWith("(()=>", site.File("assets/press.js"), StringComparison.Ordinal);
        Assert.StartsWith("<svg xmlns='", site.File("assets/icon.svg"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_of_redirects_sees_the_excerpt_and_is_told_of_when_it_fails()
    {
        const string Posts = "-- a.md --\n---\nredirect_from: /old.html\n---\n[b](b.md)\n-- b.md --\nB\n";
        Assert.Equal(
            "<p><a href=\"/b.html\">b</a></p>",
            SiteText.Publish("-- _layouts/redirect.html --\n{{ page.excerpt }}\n" + Posts).File("old.html").Trim());
        Assert.Equal(
            "_layouts/redirect.html LY003",
            Assert.Single(
                SiteText.Publish("-- _layouts/redirect.html --\n{% include 'none' %}\n" + Posts)
                    .Diagnostics.Select(found => $"{found.File} {found.Rule.Code}")));
    }

    [Fact]
    public void A_post_that_is_not_published_leads_nowhere() =>
        Assert.Empty(SiteText.Publish("-- a.md --\n---\ndraft: true\nredirect_from: /old.html\n---\nA\n").FilesOfSources());
}
