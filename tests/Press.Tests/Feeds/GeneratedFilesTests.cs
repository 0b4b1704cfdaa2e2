using System.Globalization;
using Press.Testing;

namespace Press.Tests;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void A_site_of_two_languages_has_them_all() => Assert.Equal(
        [
            "feed.en.json", "feed.en.xml", "feed.json", "feed.ko.json", "feed.ko.xml", "feed.xml", "index.json", "robots.txt",
            "rss.en.xml", "rss.ko.xml", "rss.xml", "sitemap.xml",
        ],
        Generated.Of(Generated.Posts).Names);

    [Fact]
    public void A_site_without_a_url_has_those_that_need_none() =>
        Assert.Equal(["index.json", "robots.txt"], Generated.Of(Generated.Posts, "title: T\n").Names);

    [Fact]
    public void Each_is_served_as_what_it_is()
    {
        var generated = Generated.Of(Generated.Posts);
        Assert.Equal("application/atom+xml; charset=utf-8", generated.File("feed.ko.xml").Content.ContentType);
        Assert.Equal("application/rss+xml; charset=utf-8", generated.File("rss.xml").Content.ContentType);
        Assert.Equal("application/feed+json", generated.File("feed.json").Content.ContentType);
        Assert.Equal("application/json", generated.File("index.json").Content.ContentType);
        Assert.Equal("application/xml", generated.File("sitemap.xml").Content.ContentType);
        Assert.Equal("text/plain; charset=utf-8", generated.File("robots.txt").Content.ContentType);
        Assert.All(
            generated.Files,
            file => Assert.Equal(("public, max-age=0, must-revalidate", null), (file.Content.CacheControl, file.SourceName)));
    }

    [Fact]
    public void Nobody_is_told_of_a_hidden_post() =>
        Assert.All(
            Generated.Of(Generated.Posts).Names,
            name => Assert.DoesNotContain("secret", Generated.Of(Generated.Posts).Text(name), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void The_same_posts_give_the_same_bytes_in_whatever_order_and_culture()
    {
        var more = Enumerable.Range(10, 40).Select(number => Some.Post(
            $"/{number}.html",
            lang: number % 3 == 0 ? "ko" : "en",
            date: "2025-05-05T00:00:00+00:00",
            tags: ["ı", "I"]));
        var posts = Generated.Posts.Concat(more).ToArray();
        var expected = Generated.Of(posts);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var (seed, name) in new[] { (1, "tr-TR"), (2, "ar-SA"), (3, "th-TH") })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                new Random(seed).Shuffle(posts);
                var again = Generated.Of(posts);
                Assert.Equal(expected.Names, again.Names);
                Assert.All(expected.Names, file => Assert.Equal(expected.Text(file), again.Text(file)));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Text_has_no_byte_order_mark_and_ends_lines_with_a_line_feed() => Assert.All(
        Generated.Of(Generated.Posts, bodies: ("first.html.md", "<pre>a\r\nb</pre>")).Files, file =>
    {
        Assert.False(file.Content.Bytes.Span.StartsWith("\uFEFF"u8));
        Assert.False(file.Content.Bytes.Span.Contains((byte)'\r'));
    });
}
