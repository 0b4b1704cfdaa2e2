using System.Text;
using System.Xml.Linq;
using Press.Testing;

namespace Press.Tests;

public sealed class SitemapTests
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly SiteSettings Settings = new() { Url = "https://blog.example.com", BaseUrl = "/b", Language = "en", Languages = ["ko", "en"] };

    [Fact]
    public void Listings_come_first_and_then_the_listed_posts()
    {
        var sitemap = Sitemap(Generated.Posts, ["/ko/", "/", "/"]);
        Assert.Equal(
            [
                ("https://blog.example.com/b/", null),
                ("https://blog.example.com/b/ko/", null),
                ("https://blog.example.com/b/%EC%84%9C%EC%9A%B8%20%EC%82%B0%EC%B1%85.html", "2025-02-01T00:00:00+00:00"),
                ("https://blog.example.com/b/first.html", "2025-03-01T00:00:00+00:00"),
                ("https://blog.example.com/b/ko/first.html", "2025-01-02T09:30:00+09:00"),
            ],
            sitemap.Elements(Ns + "url").Select(url => (url.Element(Ns + "loc")!.Value, url.Element(Ns + "lastmod")?.Value)));
        // The order that the schema has.
        Assert.All(sitemap.Elements(Ns + "url"), url => Assert.Equal("loc", url.Elements().First().Name.LocalName));
    }

    [Fact]
    public void A_post_that_wants_no_place_in_it_has_none()
    {
        var site = SiteText.Publish("-- 2025-01-01-a.md --\n---\nsitemap: false\n---\nA\n-- 2025-01-01-b.md --\nB\n");
        Assert.Equal([("/a.html", false), ("/b.html", true)], site.Catalog.Entries.Select(entry => (entry.Path, entry.InSitemap)));
        var sitemap = Sitemap(site.Catalog.Entries, []);
        Assert.Equal("https://blog.example.com/b/b.html", Assert.Single(sitemap.Descendants(Ns + "loc")).Value);
    }

    [Fact]
    public void A_post_in_the_place_of_a_listing_stands_there_once_or_not_at_all()
    {
        Assert.Single(Sitemap([Some.Post("/index.html")], ["/"]).Elements());
        Assert.Equal("https://blog.example.com/b/ko/", Assert.Single(Sitemap([Some.Post("/index.html", hidden: true)], ["/", "/ko/"]).Descendants(Ns + "loc")).Value);
    }

    [Fact]
    public void Translations_name_each_other_and_the_one_for_all_other_readers()
    {
        var sitemap = Sitemap(Generated.Posts, ["/"]);
        (string, string)[] expected =
        [
            ("ko", "https://blog.example.com/b/ko/first.html"),
            ("en", "https://blog.example.com/b/first.html"),
            ("x-default", "https://blog.example.com/b/first.html"),
        ];
        var alternates = sitemap.Elements(Ns + "url").Where(url => url.Elements(Xhtml + "link").Any()).ToDictionary(url => url.Element(Ns + "loc")!.Value, AlternatesOf);
        Assert.Equal(["https://blog.example.com/b/first.html", "https://blog.example.com/b/ko/first.html"], alternates.Keys.Order(StringComparer.Ordinal));
        Assert.All(alternates.Values, links => Assert.Equal(expected, links));
    }

    [Fact]
    public void Without_the_default_language_the_first_one_is_for_all_other_readers()
    {
        var sitemap = Sitemap([Some.Post("/ja/a.html", lang: "ja", pageId: "a"), Some.Post("/ko/a.html", lang: "ko", pageId: "a")], []);
        Assert.All(sitemap.Elements(), url => Assert.Equal(["ko", "ja", "x-default"], AlternatesOf(url).Select(link => link.Language)));
        Assert.All(sitemap.Elements(), url => Assert.Equal("https://blog.example.com/b/ko/a.html", AlternatesOf(url)[2].Link));
    }

    [Fact]
    public void Every_alternate_names_the_page_that_names_it()
    {
        // Hidden ones, ones that stay out, and two of one language.
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var posts = Enumerable.Range(0, random.Next(1, 12)).Select(PostOf).ToList();
            var links = Sitemap(posts, ["/"]).Elements(Ns + "url").ToDictionary(url => url.Element(Ns + "loc")!.Value, AlternatesOf);
            foreach (var (page, alternates) in links.Where(url => url.Value.Count > 0))
            {
                Assert.Contains(alternates, alternate => alternate.Link == page && alternate.Language != "x-default");
                Assert.Distinct(alternates.Select(alternate => alternate.Language));
                Assert.InRange(alternates.Count, 3, 4);
                Assert.All(alternates, alternate => Assert.Equal(alternates, links[alternate.Link]));
            }
        }

        PostEntry PostOf(int number) =>
            Some.Post($"/{number}.html", lang: AnyOf("en", "ko", "ja"), pageId: AnyOf("a", "b", null), hidden: random.Next(5) == 0) with { InSitemap = random.Next(5) > 0 };

        T AnyOf<T>(params T[] choices) => choices[random.Next(choices.Length)];
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    [InlineData(5, 1)]
    public void More_pages_than_a_file_may_hold_are_spread_over_several(int limit, int count)
    {
        var files = Press.Sitemap.FilesOf(Settings, Some.Catalog(Generated.Posts), ["/", "/ko/"], new SitemapLimits(limit, int.MaxValue)).ToList();
        AssertSpread(files, count);
        Assert.All(files, file => Assert.InRange(Xml(file).Elements(Ns + "url").Count(), 0, limit));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(1000)]
    [InlineData(1200)]
    [InlineData(100_000)]
    public void No_file_is_longer_than_it_may_be(int limit)
    {
        var files = Press.Sitemap.FilesOf(Settings, Some.Catalog(Generated.Posts), ["/", "/ko/"], new SitemapLimits(50_000, limit)).ToList();
        AssertSpread(files, files.Count == 1 ? 1 : files.Count - 1);
        Assert.All(files.Where(file => file.Name != "sitemap.xml" && Xml(file).Elements().Skip(1).Any()), file => Assert.InRange(file.Content.Bytes.Length, 1, limit));
        Assert.Equal(limit == 100_000, files.Count == 1);
    }

    [Fact]
    public void A_file_is_as_full_as_its_length_allows()
    {
        var whole = Assert.Single(Press.Sitemap.FilesOf(Settings, Some.Catalog(Generated.Posts), ["/"]));
        Assert.Single(Press.Sitemap.FilesOf(Settings, Some.Catalog(Generated.Posts), ["/"], new SitemapLimits(50_000, whole.Content.Bytes.Length)));
        Assert.Equal(3, Press.Sitemap.FilesOf(Settings, Some.Catalog(Generated.Posts), ["/"], new SitemapLimits(50_000, whole.Content.Bytes.Length - 1)).Count());
    }

    [Fact]
    public void A_site_without_a_url_has_none_and_robots_are_not_told_of_it()
    {
        Assert.Empty(Press.Sitemap.FilesOf(new SiteSettings(), Some.Catalog(Some.Post()), ["/"]));
        Assert.Equal("User-agent: *\nAllow: /\n", Text(Robots.FileOf(new SiteSettings())));
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://blog.example.com/b/sitemap.xml\n", Text(Robots.FileOf(Settings)));
    }

    private static XElement Sitemap(IEnumerable<PostEntry> posts, string[] listings) =>
        Xml(Assert.Single(Press.Sitemap.FilesOf(Settings, Catalog.Of(posts, "en"), listings)));

    private static void AssertSpread(List<PublicFile> files, int count)
    {
        var whole = Sitemap(Generated.Posts, ["/", "/ko/"]).Elements().Select(url => url.ToString());
        var index = Xml(files.Single(file => file.Name == "sitemap.xml"));
        if (count == 1)
        {
            Assert.Equal(whole, index.Elements().Select(url => url.ToString()));
            return;
        }

        Assert.Equal(Ns + "sitemapindex", index.Name);
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"https://blog.example.com/b/sitemap-{number}.xml"), index.Descendants(Ns + "loc").Select(loc => loc.Value));
        Assert.Equal(Enumerable.Range(1, count).Select(number => $"sitemap-{number}.xml").Append("sitemap.xml"), files.Select(file => file.Name));
        Assert.Equal(whole, files.SkipLast(1).SelectMany(file => Xml(file).Elements()).Select(url => url.ToString()));
    }

    private static List<(string Language, string Link)> AlternatesOf(XElement url) =>
        [.. url.Elements(Xhtml + "link").Select(link => (link.Attribute("hreflang")!.Value, link.Attribute("href")!.Value))];

    private static string Text(PublicFile file) => Encoding.UTF8.GetString(file.Content.Bytes.Span);

    private static XElement Xml(PublicFile file) => XDocument.Parse(Text(file)).Root!;
}
