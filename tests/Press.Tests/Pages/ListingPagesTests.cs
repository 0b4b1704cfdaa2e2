using Press.Testing;

namespace Press.Tests;

/// <summary>The listings of whole sites: home, archive, tags, categories, search, and what is not found.</summary>
public sealed class ListingPagesTests
{
    private const string Two = """
        -- _config.yml --
        url: https://blog.example.com
        -- 2025-01-01-a.md --
        ---
        title: First
        page_id: one
        tags: [C#, LLM]
        categories: notes
        ---
        A.
        -- ko/2025-01-02-a.md --
        ---
        title: 첫 글
        lang: ko
        page_id: one
        tags: [llm]
        ---
        가.
        -- 2025-02-03-b.md --
        ---
        title: Quiet
        tags: [C, Silence]
        hidden: true
        ---
        B.
        """;

    [Fact]
    public void Each_language_has_its_home_archive_search_tags_and_categories()
    {
        var site = SiteText.Publish(Two);
        Assert.Equal(
            [
                "404.html", "archive.html", "categories/notes.html", "index.html", "ko/archive.html", "ko/index.html",
                "ko/search.html", "ko/tags/llm.html", "search.html", "tags/c-sharp.html", "tags/llm.html",
            ],
            site.Files.Values.Where(file => file.SourceName is null && file.Name.EndsWith(".html", StringComparison.Ordinal))
                .Select(file => file.Name));
        Assert.Contains("첫 글", site.File("ko/tags/llm.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("First", site.File("ko/tags/llm.html"), StringComparison.Ordinal);
        Assert.Contains("<h2>2025</h2>", site.File("archive.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_post_is_in_none_of_them_and_its_tags_lead_only_where_there_is_a_listing()
    {
        var site = SiteText.Publish(Two);
        Assert.All(
            site.Files.Values.Where(file => file.SourceName is null && file.Name.EndsWith(".html", StringComparison.Ordinal)),
            file => Assert.DoesNotContain("Quiet", site.File(file.Name), StringComparison.Ordinal));
        Assert.Contains("<li><span>Silence</span></li>", site.File("b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_leads_to_its_tags_even_where_they_differ_in_a_sign_alone()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n---\ntags: [C, C#]\n---\nA\n-- ko/2025-01-01-b.md --\n---\nlang: ko\ntags: [c#]\n---\nB\n");
        Assert.Contains("<a href=\"/tags/c.html\">C</a>", site.File("a.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/tags/c-sharp.html\">C#</a>", site.File("a.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/ko/tags/c-sharp.html\">c#</a>", site.File("ko/b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_real_translations_have_hreflang_and_one_of_them_is_for_everybody_else()
    {
        var site = SiteText.Publish(Two);
        foreach (var name in new[] { "a.html", "ko/a.html" })
        {
            var page = site.File(name);
            Assert.Contains(
                "<link rel=\"alternate\" hreflang=\"en\" href=\"https://blog.example.com/a.html\">", page, StringComparison.Ordinal);
            Assert.Contains(
                "<link rel=\"alternate\" hreflang=\"ko\" href=\"https://blog.example.com/ko/a.html\">", page, StringComparison.Ordinal);
            Assert.Contains(
                "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://blog.example.com/a.html\">", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("rel=\"alternate\" hreflang", site.File("b.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"alternate\" hreflang", site.File("tags/c-sharp.html"), StringComparison.Ordinal);
        Assert.Contains(
            "rel=\"alternate\" hreflang=\"x-default\" href=\"https://blog.example.com/tags/llm.html\"",
            site.File("ko/tags/llm.html"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Featured_posts_stand_on_top_of_the_first_page_and_not_below_it_again()
    {
        var posts = string.Concat(
            Enumerable.Range(1, 25).Select(number =>
                $"-- 2025-01-{number:00}-p{number}.md --\n---\n"
                    + $"featured: {(number is 20 or 1).ToString().ToLowerInvariant()}\n---\nText.\n"));
        var site = SiteText.Publish("-- _config.yml --\npaginate: 5\n" + posts);
        Assert.Equal(["p20", "p1"], LinksIn(site.File("index.html"), "card"));
        Assert.Equal(["p25", "p24", "p23", "p22", "p21"], LinksIn(site.File("index.html"), "entry"));
        Assert.Equal(["p5", "p4", "p3", "p2", "p1"], LinksIn(site.File("page/1.html"), "entry"));
        Assert.Empty(LinksIn(site.File("page/1.html"), "card"));
    }

    [Fact]
    public void What_search_engines_should_not_know_says_so()
    {
        var site = SiteText.Publish(Two);
        Assert.All(
            ["404.html", "search.html", "ko/search.html"],
            name => Assert.Contains("<meta name=\"robots\" content=\"noindex\">", site.File(name), StringComparison.Ordinal));
        Assert.All(
            ["index.html", "archive.html", "a.html", "tags/llm.html"],
            name => Assert.DoesNotContain("noindex", site.File(name), StringComparison.Ordinal));
    }

    [Fact]
    public void A_layout_that_fails_on_every_listing_is_told_of_once()
    {
        var site = SiteText.Publish(Two + "\n-- _layouts/list.html --\n{% include 'none' %}\n");
        var diagnostic = Assert.Single(site.Diagnostics, found => found.Rule == DiagnosticRules.LayoutFailed);
        Assert.Equal("_layouts/list.html", diagnostic.File);
        Assert.Equal(SiteText.Publish(Two).File("tags/llm.html"), site.File("tags/llm.html"));
    }

    [Fact]
    public void Where_files_are_found_by_whole_names_only_links_to_folders_name_their_index()
    {
        var site = SiteText.Publish(
            Two.Replace("url: https", "baseurl: /public\nlink_index_files: true\nurl: https", StringComparison.Ordinal)
                + "\n-- 2025-01-05-c.md --\n---\npermalink: /c/\n---\nC\n");
        Assert.Contains("<a class=\"name\" href=\"/public/index.html\">", site.File("a.html"), StringComparison.Ordinal);
        Assert.Contains("<a class=\"name\" href=\"/public/ko/index.html\">", site.File("ko/a.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/public/c/index.html\">", site.File("archive.html"), StringComparison.Ordinal);
        Assert.Equal(
            "https://blog.example.com/public/c/index.html",
            site.Catalog.WithSlug("c").Single(post => post.Lang == "en" && post.Title == "c").Url);
    }

    private static IEnumerable<string> LinksIn(string html, string kind) =>
        html.Split($"<article class=\"{kind}\"").Skip(1).Select(article => article.Split("href=\"/")[1].Split(".html")[0]);
}
