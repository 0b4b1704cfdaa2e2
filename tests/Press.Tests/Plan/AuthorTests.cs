using Press.Testing;

namespace Press.Tests.Plan;

/// <summary>Pages of authors, and what <c>_data/authors.yml</c> says of them.</summary>
public sealed class AuthorTests
{
    private const string Data = """
        -- _data/authors.yml --
        ara:
          name: Ara Lim
          picture: /images/ara.png
          bio: Writes of tea.
          url: https://ara.example
          links:
            - { label: Code, url: https://github.com/ara }
          github: ara
        ben: { name: Ben }

        """;

    [Fact]
    public void A_key_stands_for_a_name_with_a_picture_and_a_page()
    {
        var site = Built(Data + Post("one", "author: ara"));
        var page = site.File("one.html");
        Assert.Contains("""<img class="face" src="/images/ara.png" width="28" height="28" alt="">""", page, StringComparison.Ordinal);
        Assert.Contains("""<a rel="author" href="/authors/ara-lim.html">Ara Lim</a>""", page, StringComparison.Ordinal);
        Assert.Contains("""name":"Ara Lim","url":"https://b.example/authors/ara-lim.html"}""", page, StringComparison.Ordinal);
        var own = site.File("authors/ara-lim.html");
        Assert.Contains("<h1>Ara Lim</h1>", own, StringComparison.Ordinal);
        Assert.Contains("<bdi>Writes of tea.</bdi>", own, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://ara.example\">ara.example</a>", own, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://github.com/ara\">Code</a>", own, StringComparison.Ordinal);
        Assert.Single(own.Split("github.com/ara")[1..]);
        Assert.Contains("one.html", own, StringComparison.Ordinal);
        Assert.Contains("/authors/ara-lim.html", site.File("sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("<name>Ara Lim</name>", site.File("feed.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_as_good_as_its_key_and_several_authors_have_a_page_each()
    {
        var site = Built(Data + Post("one", "author: Ara Lim") + Post("two", "authors: [ara, ben, Guest]"));
        Assert.Equal(
            ["authors/ara-lim.html", "authors/ben.html", "authors/guest.html"],
            site.Files.Keys.Where(name => name.StartsWith("authors/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Author · 2", site.File("authors/ara-lim.html"), StringComparison.Ordinal);
        Assert.Contains("\"author\":[{", site.File("two.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_language_has_pages_of_its_own_that_lead_to_one_another()
    {
        var site = Built(Data + Post("one", "author: ara") + Post("하나", "author: ara\nlang: ko"));
        Assert.Contains("href=\"/ko/authors/ara-lim.html\" hreflang=\"ko\"", site.File("authors/ara-lim.html"), StringComparison.Ordinal);
        Assert.Contains("글쓴이 · 1", site.File("ko/authors/ara-lim.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_blog_of_one_author_of_whom_nothing_is_known_has_no_such_page()
    {
        var site = Built(Post("one", "author: Ara"));
        Assert.DoesNotContain(site.Files.Keys, name => name.StartsWith("authors/", StringComparison.Ordinal));
        Assert.Contains(" · Ara</p>", site.File("one.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_authors_have_pages_without_any_data_and_a_hidden_post_is_on_none()
    {
        var site = Built(Post("one", "author: Ara") + Post("two", "author: Ben") + Post("three", "author: Ben\nhidden: true"));
        Assert.Contains("two.html", site.File("authors/ben.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("three.html", site.File("authors/ben.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_author_of_the_settings_may_be_a_key_too() =>
        Assert.Contains(
            "<h1>Ara Lim</h1>",
            Built(Data + Post("one", ""), "author: ara\n").File("authors/ara-lim.html"),
            StringComparison.Ordinal);

    [Fact]
    public void The_api_finds_each_author_by_itself()
    {
        var catalog = SiteText.Publish(Data + Post("one", "authors: [ara, ben]") + Post("two", "author: ben")).Catalog;
        Assert.Equal(2, CountOf(catalog, "ben"));
        Assert.Equal(1, CountOf(catalog, "Ara Lim"));
        Assert.Equal("Ara Lim, Ben", catalog.WithSlug("one").Single().Author);
    }

    [Theory]
    [InlineData("author: arra", "'arra' is no author of _data/authors.yml. Did you mean 'ara'?")]
    [InlineData("authors: [ben, Ara Lin]", "'Ara Lin' is no author of _data/authors.yml. Did you mean 'Ara Lim'?")]
    public void A_near_miss_is_said(string author, string message)
    {
        var found = Assert.Single(SiteText.Publish(Data + Post("one", author)).Diagnostics, found => found.Rule.Code == "FM070");
        Assert.Equal((message, 3), (found.Message, found.Position.Line));
    }

    [Fact]
    public void A_guest_and_a_site_without_data_are_no_fault()
    {
        AssertNone(Data + Post("one", "author: Somebody Else"));
        AssertNone(Post("one", "author: Ara") + Post("two", "author: Arra"));

        static void AssertNone(string text) =>
            Assert.DoesNotContain(SiteText.Publish(text).Diagnostics, found => found.Rule.Code == "FM070");
    }

    [Theory]
    [InlineData("- ara", 1)]
    [InlineData("ara: Ara Lim", 1)]
    [InlineData("ara:\n  url: javascript:alert(1)", 2)]
    [InlineData("ara:\n  links: [//evil.example]", 2)]
    public void Data_that_cannot_be_used_are_said_and_left_out(string data, int line)
    {
        var site = Built($"-- _data/authors.yml --\n{data}\n" + Post("one", "author: ara"));
        Assert.Equal(line, Assert.Single(site.Diagnostics, found => found.Rule.Code == "CF060").Position.Line);
    }

    private static string Post(string name, string keys) =>
        $"-- 2025-01-01-{name}.md --\n---\ntitle: A post\n{(keys is "" ? "x: y" : keys)}\n---\nText.\n";

    private static Publication Built(string text, string settings = "") =>
        SiteText.Publish($"-- _config.yml --\nurl: https://b.example\n{settings}{text}");

    private static int CountOf(Catalog catalog, string author) =>
        PostQueryReader.Read([KeyValuePair.Create("author", author)], catalog).Query!.AnswerFrom(catalog).Posts.Length;
}
