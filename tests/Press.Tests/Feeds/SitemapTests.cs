using System.Text;
using System.Xml.Linq;
using Press.Testing;

namespace Press.Tests;

public sealed class SitemapTests
{
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly SiteSettings Settings =
        new() { Url = "https://blog.example.com", BaseUrl = "/b", Language = "en", Languages = ["ko", "en"] };

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
        Assert.Equal(
            "https://blog.example.com/b/ko/",
            Assert.Single(Sitemap([Some.Post("/index.html", hidden: true)], ["/", "/ko/"]).Descendants(Ns + "loc")).Value);
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
        var alternates = sitemap.Elements(Ns + "url").Where(url => url.Elements(Xhtml + "link").Any())
            .ToDictionary(url => url.Element(Ns + "loc")!.Value, AlternatesOf);
        Assert.Equal(
            ["https://blog.example.com/b/first.html", "https://blog.example.com/b/ko/first.html"],
            alternates.Keys.Order(StringComparer.Ordinal));
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
            Some.Post($"/{number}.html", lang: AnyOf("en", "ko", "ja"), pageId: AnyOf("a", "b", null), hidden: random.Next(5) == 0) with
            {
                InSitemap = random.Next(5) > 0,
            };

        T AnyOf<T>(params T[] choices) => choices[random.Next(choices.Length)];
    }

    [Fact]
    public void A_large_site_has_several_counted_from_the_oldest_post_and_a_new_post_changes_the_last_of_them_alone()
    {
        PostEntry[] posts = [.. Enumerable.Range(1, 2 * Press.Sitemap.MaxPages).Select(PostOf)];
        var before = FilesOf(posts);
        Assert.Equal(["sitemap-pages-1.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"], before.Select(file => file.Name));
        Assert.Equal(
            ["https://blog.example.com/b/", "https://blog.example.com/b/ko/"],
            Xml(before[0]).Descendants(Ns + "loc").Select(loc => loc.Value));
        Assert.Equal(Press.Sitemap.MaxPages, Xml(before[1]).Elements(Ns + "url").Count());
        Assert.Equal("https://blog.example.com/b/1.html", Xml(before[1]).Descendants(Ns + "loc").Last().Value);

        var index = Xml(before[^1]);
        Assert.Equal(Ns + "sitemapindex", index.Name);
        Assert.Equal(
            before.SkipLast(1).Select(file => $"https://blog.example.com/b/{file.Name}"),
            index.Descendants(Ns + "loc").Select(loc => loc.Value));
        Assert.Equal(
            [null, "2025-01-01T16:40:00+00:00", "2025-01-02T09:20:00+00:00"],
            index.Elements().Select(part => part.Element(Ns + "lastmod")?.Value));

        var after = FilesOf([.. posts, PostOf(posts.Length + 1)]);
        Assert.Equal(before.Take(3).Select(Text), after.Take(3).Select(Text));
        Assert.Equal(["sitemap-3.xml", "sitemap.xml"], after.Skip(3).Select(file => file.Name));

        static PostEntry PostOf(int number) =>
            Some.Post($"/{number}.html") with { Date = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number) };
    }

    [Fact]
    public void A_file_that_would_be_too_long_does_not_say_which_pages_are_translations()
    {
        var pages = FilesOf(Generated.Posts).Select(Xml).Single().Elements().Count();
        SitemapPage[] all =
        [
            .. Enumerable.Range(1, pages).Select(number =>
                new SitemapPage($"https://b.example/{number}", null, [new("ko", "https://b.example/ko")])),
        ];
        Assert.Contains("hreflang", Encoding.UTF8.GetString(SitemapWriter.Write([.. all], maxBytes: 10_000)), StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang", Encoding.UTF8.GetString(SitemapWriter.Write([.. all], maxBytes: 100)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_a_url_has_none_and_robots_are_not_told_of_it()
    {
        Assert.Empty(Press.Sitemap.Of(new SiteSettings(), Some.Catalog(Some.Post()), ["/"], 0, _ => 0));
        Assert.Equal("User-agent: *\nAllow: /\n", Text(Generated.Render(Robots.Of(new SiteSettings(), 0))));
        Assert.Equal(
            "User-agent: *\nAllow: /\n\nSitemap: https://blog.example.com/b/sitemap.xml\n", Text(Generated.Render(Robots.Of(Settings, 0))));
    }

    private static XElement Sitemap(IEnumerable<PostEntry> posts, string[] listings) =>
        Xml(Assert.Single(FilesOf(posts, listings)));

    private static List<PublicFile> FilesOf(IEnumerable<PostEntry> posts, string[]? listings = null) =>
        [
            .. Press.Sitemap.Of(Settings, Catalog.Of(posts, "en"), listings ?? ["/", "/ko/"], 0, _ => 0)
                .Select(file => Generated.Render(file)),
        ];

    private static List<(string Language, string Link)> AlternatesOf(XElement url) =>
        [.. url.Elements(Xhtml + "link").Select(link => (link.Attribute("hreflang")!.Value, link.Attribute("href")!.Value))];

    private static string Text(PublicFile file) => Encoding.UTF8.GetString(file.Content.Bytes.Span);

    private static XElement Xml(PublicFile file) => XDocument.Parse(Text(file)).Root!;
}
