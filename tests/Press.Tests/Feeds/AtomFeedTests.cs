using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Press.Tests;

public sealed class AtomFeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("feed.en.xml")]
    [InlineData("feed.ko.xml")]
    public void A_feed_keeps_to_RFC_4287(string name)
    {
        var feed = Generated.Of(Generated.Posts).Xml(name);
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var element in feed.Elements(Atom + "entry").Prepend(feed))
        {
            // Sections 4.1.1 and 4.1.2.
            foreach (var required in (string[])["id", "title", "updated"])
                Assert.Single(element.Elements(Atom + required));
            Assert.All(
                element.Elements(Atom + "author"), author => Assert.NotEqual("", Assert.Single(author.Elements(Atom + "name")).Value));
            Assert.NotEmpty(element.Elements(Atom + "author"));
            // Section 4.2.7: one alternate of each type and language.
            Assert.Single(element.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "alternate");
            Assert.All(
                element.Elements(Atom + "link"),
                link => Assert.StartsWith("https://blog.example.com/b/", link.Attribute("href")!.Value, StringComparison.Ordinal));
            Assert.StartsWith("urn:uuid:", element.Element(Atom + "id")!.Value, StringComparison.Ordinal);
        }

        Assert.Distinct(feed.DescendantsAndSelf().Elements(Atom + "id").Select(id => id.Value));
        Assert.All(
            feed.Descendants().Where(element => element.Name.LocalName is "updated" or "published"),
            date => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$", date.Value));
        Assert.All(
            feed.Elements(Atom + "entry"),
            entry => Assert.Equal("html", Assert.Single(entry.Elements(Atom + "content")).Attribute("type")!.Value));
        var self = Assert.Single(feed.Elements(Atom + "link"), link => link.Attribute("rel")?.Value == "self");
        Assert.Equal(
            ($"https://blog.example.com/b/{name}", "application/atom+xml"), (self.Attribute("href")!.Value, self.Attribute("type")!.Value));
    }

    [Fact]
    public void An_entry_tells_all_of_its_post()
    {
        var feed = Load(Generated.Of(Generated.Posts, bodies: ("first.html.md", "<p><a href=\"/b/x.html\">x</a> 본문 &lt;</p>")), "feed.xml");
        Assert.Equal(("조용한 글", "Notes & <figures>", "en"), (feed.Title.Text, feed.Description.Text, feed.Language));
        Assert.Equal(["Walk", "First", "첫 글"], feed.Items.Select(item => item.Title.Text));

        var first = feed.Items.ElementAt(1);
        Assert.Equal(new DateTimeOffset(2025, 1, 2, 9, 30, 0, TimeSpan.FromHours(9)), first.PublishDate);
        Assert.Equal(TimeSpan.FromHours(9), first.PublishDate.Offset);
        Assert.Equal(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), first.LastUpdatedTime);
        Assert.Equal(["AI", "C#"], first.Categories.Select(category => category.Name));
        Assert.Equal("Use List<T> & go.", first.Summary.Text);
        Assert.Equal("<p><a href=\"https://blog.example.com/b/x.html\">x</a> 본문 &lt;</p>", ((TextSyndicationContent)first.Content).Text);
        Assert.Equal("조용한 글", first.Authors.Single().Name);

        var korean = feed.Items.ElementAt(2);
        Assert.Equal(korean.PublishDate, korean.LastUpdatedTime);
        Assert.Equal("임아라", korean.Authors.Single().Name);
        Assert.Equal(
            "https://blog.example.com/b/%EC%84%9C%EC%9A%B8%20%EC%82%B0%EC%B1%85.html",
            feed.Items.First().Links.Single().Uri.OriginalString);
    }

    [Fact]
    public void Where_languages_mix_each_entry_says_its_own()
    {
        var generated = Generated.Of(Generated.Posts);
        Assert.Equal(["en", "en", "ko"], LanguagesOf("feed.xml"));
        Assert.Equal([null], LanguagesOf("feed.ko.xml"));
        Assert.Equal("ko", generated.Xml("feed.ko.xml").Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal("조용한 글 (한국어)", Load(generated, "feed.ko.xml").Title.Text);
        Assert.Equal(
            "https://blog.example.com/b/ko/",
            Load(generated, "feed.ko.xml").Links.Single(link => link.RelationshipType == "alternate").Uri.AbsoluteUri);

        IEnumerable<string?> LanguagesOf(string name) =>
            generated.Xml(name).Elements(Atom + "entry").Select(entry => entry.Attribute(XNamespace.Xml + "lang")?.Value);
    }

    [Fact]
    public void A_feed_changed_when_the_newest_of_its_entries_did()
    {
        Assert.Equal(
            new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero), Load(Generated.Of(Generated.Posts), "feed.xml").LastUpdatedTime);
        var empty = Load(Generated.Of([]), "feed.xml");
        Assert.Equal(DateTimeOffset.UnixEpoch, empty.LastUpdatedTime);
        Assert.Empty(empty.Items);
    }

    private static SyndicationFeed Load(Generated generated, string name)
    {
        using var reader = XmlReader.Create(new StringReader(generated.Text(name)));
        return SyndicationFeed.Load(reader);
    }
}
