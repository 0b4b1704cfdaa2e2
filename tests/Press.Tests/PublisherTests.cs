using Press.Testing;

namespace Press.Tests;

/// <summary>Whole sites, from sources to public files.</summary>
public sealed class PublisherTests
{
    [Fact]
    public void What_is_not_public_is_nowhere()
    {
        var site = SiteText.Publish("""
            -- 2025-01-01-shown.md --
            Shown.
            -- 2025-01-02-draft.md --
            ---
            draft: true
            ---
            Secret.
            -- 2025-01-03-unpublished.md --
            ---
            published: false
            ---
            Secret.
            -- 2025-08-01-future.md --
            Secret.
            -- _drafts/2025-01-01-a.md --
            Secret.
            -- notes/_private/2025-01-01-a.md --
            Secret.
            -- .hidden.md --
            Secret.
            -- .git/config.md --
            Secret.
            """);

        Assert.Equal(["/shown.html"], site.Catalog.Entries.Select(entry => entry.Path));
        Assert.Equal(["search-en-1.txt", "shown.html"], site.Files.Keys.Except(SiteText.CommonFiles));
        Assert.DoesNotContain(site.Files.Keys, name => site.File(name).Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hidden_post_has_a_page_and_stands_in_no_listing()
    {
        var site = SiteText.Publish("""
            -- 2025-01-01-a.md --
            A.
            -- 2025-01-02-quiet.md --
            ---
            hidden: true
            ---
            Quiet.
            -- 2025-01-03-b.md --
            B.
            """);

        Assert.Contains("Quiet.", site.File("quiet.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("quiet", site.File("index.html"), StringComparison.Ordinal);
        Assert.Equal(["/b.html", "/a.html"], new PostQuery().AnswerFrom(site.Catalog).Posts.Select(post => post.Path));
        var a = site.Catalog.Entries.Single(entry => entry.Path == "/a.html");
        Assert.Equal("/b.html", site.Catalog.NeighboursOf(a).Newer!.Path);
    }

    [Fact]
    public void A_future_post_comes_when_its_time_has_come_or_the_settings_say_so()
    {
        const string Text = "-- 2025-08-01-a.md --\nA.\n";
        Assert.Empty(SiteText.Publish(Text).Posts);
        Assert.Single(SiteText.Publish(Text, new DateTimeOffset(2025, 8, 1, 0, 0, 0, TimeSpan.Zero)).Posts);
        Assert.Single(SiteText.Publish(Text + "-- _config.yml --\nfuture: true\n").Posts);
        var firstMoment = new DateTimeOffset(2025, 7, 31, 15, 0, 0, TimeSpan.Zero);
        Assert.Single(SiteText.Publish(Text + "-- _config.yml --\ntimezone: Asia/Seoul\n", firstMoment).Posts);
    }

    [Fact]
    public void Languages_have_prefixes_homes_and_links_to_each_other()
    {
        var site = SiteText.Publish("""
            -- _config.yml --
            lang: en
            url: https://blog.example.com
            baseurl: /b
            -- en/2025-01-01-hi.md --
            ---
            page_id: hi
            ---
            Hi.
            -- ko/2025-01-01-hi.md --
            ---
            lang: ko
            page_id: hi
            permalink: /인사.html
            ---
            안녕.
            """);

        Assert.Equal(["hi.html", "ko/인사.html"], site.FilesOfSources());
        Assert.Contains(
            "<a href=\"/b/ko/%EC%9D%B8%EC%82%AC.html\" hreflang=\"ko\" lang=\"ko\">한국어</a>",
            site.File("hi.html"),
            StringComparison.Ordinal);
        Assert.Contains(
            "<link rel=\"alternate\" hreflang=\"en\" href=\"https://blog.example.com/b/hi.html\">",
            site.File("ko/인사.html"),
            StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ko\">", site.File("ko/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("안녕", site.File("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_comes_from_front_matter_then_heading_then_file_name()
    {
        var site = SiteText.Publish("""
            -- 2025-01-03-a.md --
            ---
            title: Given <b> & more
            ---
            # Heading
            -- 2025-01-02-b.md --
            # A *heading*

            Text.
            -- 2025-01-01-some-words_here.md --
            Text.
            """);

        Assert.Equal(["Given <b> & more", "A heading", "some words here"], site.Catalog.Entries.Select(entry => entry.Title));
        Assert.Contains("<h1>Given &lt;b&gt; &amp; more</h1>", site.File("a.html"), StringComparison.Ordinal);
        Assert.Single(site.File("b.html").Split("<h1").Skip(1));
    }

    [Fact]
    public void Of_two_sources_that_want_one_URL_the_first_by_name_has_it()
    {
        var site = SiteText.Publish("""
            -- b/2025-01-01-x.md --
            ---
            title: second
            permalink: /x.html
            ---
            -- a/2025-01-01-x.md --
            first
            """);

        Assert.Contains("first", site.File("x.html"), StringComparison.Ordinal);
        var diagnostic = Assert.Single(site.Diagnostics);
        Assert.Equal(("b/2025-01-01-x.md", "UR002", new TextPosition(3, 1)), (diagnostic.File, diagnostic.Rule.Code, diagnostic.Position));
        Assert.Contains("'b/2025-01-01-x.md' and 'a/2025-01-01-x.md' both want /x.html", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_that_has_become_faulty_stays_as_it_was()
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        publisher.Publish([SiteText.Source("2025-01-01-a.md", "good")]);
        var site = publisher.Publish([SiteText.Source("2025-01-01-a.md", "---\ndate: never\n---\nbad")]);

        Assert.Contains("good", site.File("a.html"), StringComparison.Ordinal);
        Assert.Equal(["2025-01-01-a.md"], site.FailedSources);
        Assert.Empty(publisher.Publish([]).Posts);
    }

    [Fact]
    public void Settings_that_change_apply_to_posts_that_do_not()
    {
        var publisher = SiteText.PublisherAt(SiteText.Now);
        var post = SiteText.Source("2025-01-01-a.md", "text");
        publisher.Publish([post]);
        Assert.Contains(
            "/2025/a.html", publisher.Publish([post, SiteText.Source("_config.yml", "permalink: /:year/:slug.html")]).Posts.Keys);
    }

    [Fact]
    public void The_order_in_which_sources_come_does_not_matter()
    {
        var sources = SiteText.Sources("-- a.md --\nA\n-- b.md --\nB\n-- c/a.md --\nC\n-- x.png --\nx\n-- _config.yml --\ntitle: T\n");
        var one = SiteText.PublisherAt(SiteText.Now).Publish(sources);
        var other = SiteText.PublisherAt(SiteText.Now).Publish([.. sources.Reverse()]);
        Assert.Equal(one.Files.Keys, other.Files.Keys);
        Assert.All(one.Files.Keys, name => Assert.Equal(one.File(name), other.File(name)));
        Assert.Equal(CatalogJson.Serialize(one.Catalog.Entries), CatalogJson.Serialize(other.Catalog.Entries));
    }

    [Fact]
    public void Only_media_are_published_as_they_are()
    {
        var site = SiteText.Publish("""
            -- images/a.png --
            png
            -- _posts/b.jpg --
            jpg
            -- page.html --
            <script>
            -- app.js --
            alert()
            -- good.svg --
            <svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>
            -- bad.svg --
            <svg xmlns="http://www.w3.org/2000/svg">
              <rect onclick="x()"/><a href="java&#10;script:x()"/><script/></svg>
            -- broken.svg --
            <svg
            """);

        Assert.Equal(["b.jpg", "good.svg", "images/a.png"], site.FilesOfSources());
        Assert.Equal(
            ["_posts/b.jpg IM001", "app.js SR003", "bad.svg SR004", "broken.svg SR004", "images/a.png IM001", "page.html SR003"],
            site.Diagnostics.Select(diagnostic => $"{diagnostic.File} {diagnostic.Rule.Code}"));
        Assert.Equal(new TextPosition(2, 4), site.Diagnostics[2].Position);
    }

    [Fact]
    public void A_site_s_own_layouts_go_before_the_theme_s()
    {
        var site = SiteText.Publish("""
            -- _layouts/post.html --
            ---
            layout: frame
            ---
            <b>{{ page.title }}</b>{{ page.mood }}{% include 'mark' %}
            -- _layouts/frame.html --
            <i>{{ content }}</i>
            -- _includes/mark.html --
            !{{ site.motto }}
            -- _config.yml --
            url: https://blog.example.com
            motto: <calm>
            -- 2025-01-01-a.md --
            ---
            title: A
            mood: quiet
            ---
            """);

        Assert.Empty(site.Diagnostics);
        Assert.Equal("<i><b>A</b>quiet!&lt;calm&gt;</i>", site.File("a.html").ReplaceLineEndings(""));
    }

    [Fact]
    public void Only_pages_with_TeX_load_what_shows_it()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\nbaseurl: /b\nmath_renderer: /assets/math.js\n-- a.md --\nLet $x$ be.\n"
                + "-- b.md --\nIt costs $5 and more.\n-- c.md --\n---\nmath: true\n---\nText.\n");
        const string Script = "<script src=\"/b/assets/math.js\" defer></script>";
        Assert.Contains(Script, site.File("a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(Script, site.File("b.html"), StringComparison.Ordinal);
        Assert.Contains(Script, site.File("c.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(Script, site.File("index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-- _layouts/post.html --\n---\nlayout: x\n---\nline\n{% if %}\n-- 2025-01-01-a.md --\nA", "_layouts/post.html", "LY002")]
    [InlineData("-- _layouts/post.html --\n---\nlayout: post\n---\n{{ content }}\n-- 2025-01-01-a.md --\nA", "_layouts/post.html", "LY003")]
    [InlineData("-- _layouts/post.html --\n{% include 'none' %}\n-- 2025-01-01-a.md --\nA", "_layouts/post.html", "LY003")]
    [InlineData("-- _layouts/post.html --\n{{ 1 | divided_by: 0 }}\n-- 2025-01-01-a.md --\nA", "_layouts/post.html", "LY003")]
    [InlineData("-- _layouts/post.html --\n{{ 'a' | replace: '', 'b' }}\n-- 2025-01-01-a.md --\nA", "_layouts/post.html", "LY003")]
    [InlineData("-- _layouts/post.html --\n{{ 'a' | base64_decode }}\n-- 2025-01-01-a.md --\nA", "_layouts/post.html", "LY003")]
    [InlineData(
        "-- _layouts/post.html --\n{% for i in (1..2000000000) %}{% endfor %}\n-- 2025-01-01-a.md --\nA",
        "_layouts/post.html",
        "LY003")]
    [InlineData("-- _includes/head.html --\na\n{% if %}\n-- 2025-01-01-a.md --\nA", "_includes/head.html", "LY002")]
    [InlineData("-- 2025-01-01-a.md --\n---\nlayout: pots\n---\nA", "2025-01-01-a.md", "LY001")]
    public void A_layout_that_fails_is_told_of_and_the_theme_s_own_stands_in_for_it(string text, string file, string code)
    {
        var site = SiteText.Publish(text);
        var diagnostic = Assert.Single(site.Diagnostics);
        Assert.Equal((file, code), (diagnostic.File, diagnostic.Rule.Code));
        Assert.Equal(SiteText.Publish("-- 2025-01-01-a.md --\nA").File("a.html"), site.File("a.html"));
    }

    [Fact]
    public void A_site_s_own_style_sheet_stands_in_the_place_of_the_theme_s_and_changes_the_links_to_it()
    {
        const string Post = "-- a.md --\nA\n";
        var plain = SiteText.Publish(Post);
        var styled = SiteText.Publish(Post + "-- assets/press.css --\nbody { color: red }\n-- assets/fonts/a.woff2 --\nfont\n");

        Assert.Equal("body { color: red }\n", styled.File("assets/press.css"));
        Assert.Equal("font/woff2", styled.Files["assets/fonts/a.woff2"].Content.ContentType);
        Assert.Empty(styled.Diagnostics);
        Assert.NotEqual(plain.File("a.html"), styled.File("a.html"));
    }

    [Fact]
    public void Only_who_trusts_authors_publishes_their_scripts()
    {
        var sources = SiteText.Sources(
            "-- run.js --\nalert(1)\n-- a.svg --\n<svg xmlns='http://www.w3.org/2000/svg'>"
                + "<script>alert(1)</script></svg>\n-- tool.exe --\nx\n");
        Assert.DoesNotContain(
            SiteText.PublisherAt(SiteText.Now).Publish(sources).Files.Keys, name => name is "run.js" or "a.svg" or "tool.exe");

        var trusting = new Publisher(TimeProvider.System, trustsHtml: true).Publish(sources);
        Assert.Equal(["a.svg", "run.js"], trusting.Files.Keys.Where(name => name is "run.js" or "a.svg" or "tool.exe"));
    }

    [Fact]
    public void The_sample_shows_what_it_should_and_nothing_else()
    {
        var sources = Directory.EnumerateFiles(Repository.SampleBlog, "*", SearchOption.AllDirectories)
            .Select(path =>
                SiteText.Source(
                    Path.GetRelativePath(Repository.SampleBlog, path).Replace('\\', '/').ToNormalForm(), File.ReadAllBytes(path)))
            .Where(source => !source.Name.StartsWith("_site/", StringComparison.Ordinal))
            .ToList();

        var site = SiteText.PublisherAt(SiteText.Now).Publish(sources);

        Assert.Empty(site.Diagnostics);
        Assert.Equal(9, new PostQuery().AnswerFrom(site.Catalog).Total);
        Assert.Equal(["a-quiet-page"], site.Catalog.Entries.Where(post => post.Hidden).Select(post => post.Slug));
        var everything = string.Concat(site.Files.Keys.Where(name => name.EndsWith(".html", StringComparison.Ordinal)).Select(site.File));
        string[] secrets =
            ["letter to the future", "back into the drawer", "second one is missing", "archive were the front page"];
        foreach (var secret in secrets)
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
    }
}
