using Press.Testing;

namespace Press.Tests.Jekyll;

public sealed class PageTests
{
    private const string Site = """
        -- _config.yml --
        url: https://b.example.com
        title: A site
        lang: en
        -- _posts/2024-01-25-a.md --
        ---
        title: A post
        ---
        B

        """;

    [Theory]
    [InlineData("about.md", "title: About", "about.html")]
    [InlineData("about.md", "permalink: /about/", "about/index.html")]
    [InlineData("docs/index.md", "title: Docs", "docs/index.html")]
    [InlineData("docs/guide.html", "title: Guide", "docs/guide.html")]
    [InlineData("Some Page.markdown", "layout: page", "Some Page.html")]
    public void A_file_with_front_matter_beside_the_posts_is_a_page(string name, string frontMatter, string file)
    {
        var published = SiteText.Publish($"{Site}-- {name} --\n---\n{frontMatter}\n---\nText");

        Assert.Equal([file, "a.html"], published.FilesOfSources().OrderBy(found => found is "a.html"));
        Assert.Single(published.Catalog.Entries);
        Assert.DoesNotContain("Text", published.File("feed.xml"), StringComparison.Ordinal);
        Assert.Contains(UrlPath.Encode(UrlPath.OfFile(file)), published.File("sitemap.xml"), StringComparison.Ordinal);
        Assert.Empty(published.Diagnostics);
    }

    [Fact]
    public void The_readme_is_not_published_and_is_named_once()
    {
        var published = SiteText.Publish(Site + """
            -- README.md --
            # How to install
            -- LICENSE.md --
            MIT
            """);

        Assert.Equal(["a.html"], published.FilesOfSources());
        Assert.Equal(["LICENSE.md", "README.md"], published.Diagnostics.Select(found => found.File));
        var folded = Assert.Single(UnpublishedFiles.Fold(published.Diagnostics));
        Assert.Equal(("SR040", "LICENSE.md"), (folded.Rule.Code, folded.File));
        Assert.Contains("LICENSE.md, README.md", folded.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_with_the_layout_of_the_home_page_is_the_home_page()
    {
        var published = SiteText.Publish(Site + """
            -- index.md --
            ---
            layout: home
            ---
            Welcome, reader.
            """);

        var home = published.File("index.html");
        Assert.Contains("Welcome, reader.", home, StringComparison.Ordinal);
        Assert.Contains(">A post</a>", home, StringComparison.Ordinal);
        Assert.Contains("<title>A site</title>", home, StringComparison.Ordinal);
        Assert.Empty(published.Diagnostics);
    }

    [Fact]
    public void A_page_stands_in_the_place_of_a_listing_and_of_the_page_for_what_is_not_found()
    {
        var published = SiteText.Publish(Site + """
            -- archive.md --
            ---
            title: All of it
            ---
            My archive.
            -- 404.html --
            ---
            permalink: /404.html
            title: Lost
            ---
            <p>Nothing here.</p>
            """);

        Assert.Contains("My archive.", published.File("archive.html"), StringComparison.Ordinal);
        Assert.Contains("Nothing here.", published.File("404.html"), StringComparison.Ordinal);
        Assert.Contains("noindex", published.File("404.html"), StringComparison.Ordinal);
        Assert.Empty(published.Diagnostics);
    }

    [Fact]
    public void Every_page_leads_to_the_pages_of_the_root()
    {
        var published = SiteText.Publish(Site + """
            -- about.md --
            ---
            title: About
            permalink: /about/
            ---
            Me.
            -- docs/deep.md --
            ---
            title: Deep
            ---
            D
            """);

        Assert.Contains("<a href=\"/about/\">About</a>", published.File("a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("Deep", published.File("a.html"), StringComparison.Ordinal);
        Assert.Contains("\tDeep\t", published.File("search-pages-en-1.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void HTML_of_a_page_is_cleaned_and_not_read_as_Markdown()
    {
        var published = SiteText.Publish(Site + """
            -- page.html --
            ---
            title: HTML
            ---
            <div>

                <p>*not emphasis*</p>

            <script>alert(1)</script>
            </div>
            """);

        var page = published.File("page.html");
        Assert.Contains("<p>*not emphasis*</p>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
        var found = Assert.Single(published.Diagnostics);
        Assert.Equal(("MD002", 8), (found.Rule.Code, found.Position.Line));
    }

    [Fact]
    public void HTML_without_front_matter_is_no_page()
    {
        var published = SiteText.Publish(Site + "-- google123.html --\n<p>x</p>\n");

        Assert.Equal(["a.html"], published.FilesOfSources());
        Assert.Equal("SR003", Assert.Single(published.Diagnostics).Rule.Code);
    }

    [Fact]
    public void Without_a_folder_of_posts_Markdown_is_a_post_unless_it_says_otherwise()
    {
        var published = SiteText.Publish("""
            -- a.md --
            Text
            -- about.md --
            ---
            layout: page
            title: About
            ---
            B
            """);

        Assert.Equal(["/a.html"], published.Catalog.Entries.Select(post => post.Path));
        Assert.Equal(["a.html", "about.html"], published.FilesOfSources());
    }

    [Theory]
    [InlineData("vendor/bundle/a.md")]
    [InlineData("node_modules/x/readme.md")]
    [InlineData("Gemfile")]
    [InlineData("package.json")]
    [InlineData("_pages/about.md")]
    public void What_tools_keep_in_a_repository_is_no_part_of_the_site(string name)
    {
        var published = SiteText.Publish($"{Site}-- {name} --\n---\ntitle: x\n---\nB");

        Assert.Equal(["a.html"], published.FilesOfSources());
        Assert.Empty(published.Diagnostics);
    }

    [Fact]
    public void Include_takes_in_what_would_not_be()
    {
        var published = SiteText.Publish("""
            -- _config.yml --
            url: https://b.example.com
            include: [_pages]
            -- _posts/2024-01-25-a.md --
            B
            -- _pages/about.md --
            ---
            title: About
            permalink: /about/
            ---
            B
            """);

        Assert.Equal(["a.html", "about/index.html"], published.FilesOfSources());
    }
}
