using Press.Testing;

namespace Press.Tests;

public sealed class FeedSelectionTests
{
    private static readonly SiteSettings Settings = new() { Url = "https://blog.example.com" };

    [Fact]
    public void A_feed_has_the_newest_listed_posts()
    {
        var posts = Enumerable.Range(1, 25)
            .Select(day => Some.Post($"/{day:00}.html", date: $"2025-01-{day:00}T00:00:00+00:00", hidden: day == 24)).ToArray();
        var feed = Assert.Single(FeedSelection.Of(Some.Catalog(posts), Settings).Feeds);
        Assert.Equal([25, 23, .. Enumerable.Range(5, 18).Reverse()], feed.Entries.Select(entry => entry.Date.Day));
    }

    [Fact]
    public void A_site_of_one_language_has_one_feed()
    {
        var selection = FeedSelection.Of(Some.Catalog(Some.Post("/a.html"), Some.Post("/ko/b.html", lang: "ko", hidden: true)), Settings);
        Assert.Equal(["feed.xml"], selection.Feeds.Select(feed => feed.AtomName));
    }

    [Fact]
    public void A_site_of_several_languages_has_a_feed_of_each_too()
    {
        var selection = FeedSelection.Of(
            Some.Catalog(Some.Post("/a.html"), Some.Post("/zh-hant/b.html", lang: "zh-Hant"), Some.Post("/ko/c.html", lang: "ko")),
            Settings);
        Assert.Equal(["feed.xml", "feed.en.xml", "feed.ko.xml", "feed.zh-hant.xml"], selection.Feeds.Select(feed => feed.AtomName));
        Assert.Equal(["rss.xml", "rss.en.xml", "rss.ko.xml", "rss.zh-hant.xml"], selection.Feeds.Select(feed => feed.RssName));
        Assert.Equal(["feed.json", "feed.en.json", "feed.ko.json", "feed.zh-hant.json"], selection.Feeds.Select(feed => feed.JsonName));
        Assert.All(selection.Feeds.Skip(1), feed => Assert.All(feed.Entries, entry => Assert.Equal(feed.Language, entry.Lang)));
    }

    [Fact]
    public void Only_the_bodies_of_posts_that_stand_in_a_feed_are_needed()
    {
        // So many new posts in one language that the site's feed has none of the other.
        var posts = Enumerable.Range(1, 25).Select(day => Some.Post($"/{day:00}.html", date: $"2025-01-{day:00}T00:00:00+00:00"))
            .Append(Some.Post("/ko/old.html", lang: "ko", date: "2020-01-01T00:00:00+00:00"));
        var selection = FeedSelection.Of(Some.Catalog([.. posts]), Settings);
        Assert.Equal(21, selection.Entries.Length);
        Assert.Contains(selection.Entries, entry => entry.Path == "/ko/old.html");
        Assert.DoesNotContain(selection.Entries, entry => entry.Path == "/05.html");
    }

    [Fact]
    public void A_site_without_a_url_has_no_feed() => Assert.Empty(FeedSelection.Of(Some.Catalog(Some.Post()), new SiteSettings()).Feeds);
}
