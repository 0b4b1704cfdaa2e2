using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Press.Tests;

public sealed class RssFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    [Theory]
    [InlineData("rss.xml")]
    [InlineData("rss.en.xml")]
    [InlineData("rss.ko.xml")]
    public void A_feed_keeps_to_the_specification(string name)
    {
        var rss = Generated.Of(Generated.Posts).Xml(name);
        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), rss.Attribute("version")!.Value));
        var channel = Assert.Single(rss.Elements());
        foreach (var required in (string[])["title", "link", "description", "language", "lastBuildDate"])
            Assert.NotEqual("", Assert.Single(channel.Elements(required)).Value);

        var self = Assert.Single(channel.Elements(Atom + "link"));
        Assert.Equal(
            ("self", $"https://blog.example.com/b/{name}", "application/rss+xml"),
            (self.Attribute("rel")!.Value, self.Attribute("href")!.Value, self.Attribute("type")!.Value));

        Assert.NotEmpty(channel.Elements("item"));
        foreach (var item in channel.Elements("item"))
        {
            foreach (var required in (string[])["title", "link", "guid", "pubDate"])
                Assert.NotEqual("", Assert.Single(item.Elements(required)).Value);
            Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
            Assert.StartsWith("https://blog.example.com/b/", item.Element("link")!.Value, StringComparison.Ordinal);
            Assert.Single(item.Elements(Content + "encoded"));
            Assert.Single(item.Elements(DublinCore + "creator"));
            // It would have to be an address of mail.
            Assert.Empty(item.Elements("author"));
        }

        Assert.Distinct(channel.Elements("item").Select(item => item.Element("guid")!.Value));
        Assert.All(
            channel.Descendants().Where(element => element.Name.LocalName is "pubDate" or "lastBuildDate"),
            date => Assert.True(IsRfc822(date.Value), date.Value));
    }

    [Fact]
    public void An_item_tells_all_of_its_post()
    {
        var generated = Generated.Of(Generated.Posts, bodies: ("first.html.md", "<p><img src=\"/b/i.jpg\"> 본문 ]]&gt;</p>"));
        using var reader = XmlReader.Create(new StringReader(generated.Text("rss.xml")));
        var feed = SyndicationFeed.Load(reader);
        Assert.Equal(
            ("조용한 글", "Notes & <figures>", "en", "https://blog.example.com/b/"),
            (
                feed.Title.Text,
                feed.Description.Text,
                feed.Language,
                feed.Links.Single(link => link.RelationshipType == "alternate").Uri.AbsoluteUri));
        Assert.Equal(["Walk", "First", "첫 글"], feed.Items.Select(item => item.Title.Text));

        var first = feed.Items.ElementAt(1);
        Assert.Equal(new DateTimeOffset(2025, 1, 2, 9, 30, 0, TimeSpan.FromHours(9)), first.PublishDate);
        Assert.Equal(["AI", "C#"], first.Categories.Select(category => category.Name));
        // As HTML, it reads as it was written.
        Assert.Equal("Use List&lt;T&gt; &amp; go.", first.Summary.Text);
        Assert.Equal(
            ["조용한 글", "en", "<p><img src=\"https://blog.example.com/b/i.jpg\"> 본문 ]]&gt;</p>"],
            first.ElementExtensions.Where(extension => extension.OuterNamespace != Atom.NamespaceName)
                .Select(extension => extension.GetObject<XElement>().Value));
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), first.LastUpdatedTime);
    }

    [Fact]
    public void An_item_has_the_id_that_its_entry_has_in_Atom()
    {
        var generated = Generated.Of(Generated.Posts);
        Assert.Equal(
            generated.Xml("feed.xml").Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value),
            generated.Xml("rss.xml").Descendants("guid").Select(guid => guid.Value));
    }

    [Fact]
    public void A_feed_without_description_is_described_by_its_title() =>
        Assert.Equal(
            "T",
            Generated.Of([], "title: T\nurl: https://example.com\n").Xml("rss.xml").Element("channel")!.Element("description")!.Value);

    // Some readers do not look at namespaces.
    [Fact]
    public void Elements_of_other_vocabularies_have_their_usual_prefixes()
    {
        var text = Generated.Of(Generated.Posts).Text("rss.xml");
        Assert.All(
            (string[])["<atom:link href=", "<content:encoded>", "<dc:creator>", "<dc:language>", "<atom:updated>"],
            start => Assert.Contains(start, text, StringComparison.Ordinal));
        Assert.Equal(4, text.Split("xmlns:").Length);
        Assert.DoesNotContain("xmlns=", text, StringComparison.Ordinal);
    }

    /// <summary>RFC 822, section 5, with years of four digits.</summary>
    private static bool IsRfc822(string date) =>
        DateTimeOffset.TryParseExact(
            date.EndsWith('Z') ? date[..^1] + "+00:00" : date.Insert(date.Length - 2, ":"),
            "ddd, dd MMM yyyy HH:mm:ss zzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _);
}
