using CodeHollow.FeedReader;
using CodeHollow.FeedReader.Feeds;
using Press.Testing;

namespace Press.Tests;

/// <summary>The feeds as a reader sees them that has nothing in common with what wrote them.</summary>
public sealed class FeedReaderTests
{
    [Theory]
    [InlineData("feed.xml")]
    [InlineData("rss.xml")]
    [InlineData("feed.json")]
    public void Every_feed_tells_a_reader_the_same(string name)
    {
        var feed = FeedReader.ReadFromString(
            Generated.Of(Generated.Posts, bodies: ("first.html.md", "<p>본문 <a href=\"/b/x\">x</a></p>")).Text(name));
        Assert.Equal("조용한 글", feed.Title);
        Assert.Equal(
            [
                ("Walk", "https://blog.example.com/b/%EC%84%9C%EC%9A%B8%20%EC%82%B0%EC%B1%85.html"),
                ("First", "https://blog.example.com/b/first.html"),
                ("첫 글", "https://blog.example.com/b/ko/first.html"),
            ],
            feed.Items.Select(item => (item.Title, item.Link)));

        var first = feed.Items.ElementAt(1);
        Assert.Equal("<p>본문 <a href=\"https://blog.example.com/b/x\">x</a></p>", first.Content);
        Assert.StartsWith("urn:uuid:", first.Id, StringComparison.Ordinal);
        Assert.Equal(["AI", "C#"], first.Categories);
        Assert.Equal(new DateTime(2025, 1, 2, 0, 30, 0, DateTimeKind.Utc), first.PublishingDate!.Value.ToUniversalTime());
        Assert.Equal("임아라", AuthorOf(feed.Items.Last()));
    }

    [Theory]
    [InlineData("a ]]> b", "a ]]> b")]
    [InlineData("<script>x()</script> & <b>bold</b>", "<script>x()</script> & <b>bold</b>")]
    [InlineData("&amp; \"quoted\" 'title'", "&amp; \"quoted\" 'title'")]
    [InlineData("bell\u0007 null\u0000 none\uFFFF", "bell null none")]
    [InlineData("한글 漢字 👨‍👩‍👧", "한글 漢字 👨‍👩‍👧")]
    public void No_text_breaks_a_feed(string text, string told)
    {
        var post = Some.Post("/a.html", title: text, excerpt: text, tags: [text]) with { Author = text };
        var generated = Generated.Of([post], bodies: (post.Source, $"<p>{text}</p>"));
        foreach (var name in (string[])["feed.xml", "rss.xml", "feed.json"])
        {
            var item = Assert.Single(FeedReader.ReadFromString(generated.Text(name)).Items);
            Assert.Equal(told, item.Title);
            Assert.Equal([told], item.Categories);
            Assert.Equal(told, AuthorOf(item));
        }

        // Those who read XML strictly, as XML has it.
        var entry = generated.Xml("feed.xml").Elements().Last();
        Assert.Equal(told, entry.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.Equal(told, generated.Xml("rss.xml").Descendants("item").Single().Element("title")!.Value);
        Assert.Equal(told, generated.Json("feed.json").GetProperty("items")[0].GetProperty("title").GetString());
    }

    [Fact]
    public void A_post_without_a_body_has_its_excerpt()
    {
        var post = Some.Post("/a.html") with { ExcerptHtml = "<p><a href=\"/b/x\">In short</a></p>" };
        var feed = FeedReader.ReadFromString(Generated.Of([post]).Text("feed.xml"));
        Assert.Equal("<p><a href=\"https://blog.example.com/b/x\">In short</a></p>", Assert.Single(feed.Items).Content);
    }

    [Theory]
    [InlineData("author: Ara\n", null, "Ara")]
    [InlineData("author: Ara\n", "Bo", "Bo")]
    [InlineData("", null, "T")]
    public void Somebody_is_always_the_author(string config, string? author, string told)
    {
        var generated = Generated.Of([Some.Post("/a.html") with { Author = author }], "title: T\nurl: https://example.com\n" + config);
        Assert.All(
            (string[])["feed.xml", "rss.xml", "feed.json"],
            name => Assert.Equal(told, AuthorOf(Assert.Single(FeedReader.ReadFromString(generated.Text(name)).Items))));
    }

    /// <summary>The reader leaves Dublin Core, which RSS has authors from, to those who ask.</summary>
    private static string? AuthorOf(FeedItem item) => item.SpecificItem is Rss20FeedItem rss ? rss.DC.Creator : item.Author;
}
