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
    public void A_post_that_is_not_published_leads_nowhere() =>
        Assert.Empty(SiteText.Publish("-- a.md --\n---\ndraft: true\nredirect_from: /old.html\n---\nA\n").FilesOfSources());
}
