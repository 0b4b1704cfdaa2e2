using System.ServiceModel.Syndication;
using System.Xml;

namespace Press;

/// <summary>A feed as Atom 1.0.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4287"/>
internal static class AtomFeed
{
    private static readonly XmlQualifiedName Language = new("lang", "http://www.w3.org/XML/1998/namespace");

    /// <summary>The document.</summary>
    /// <param name="feed">What it says.</param>
    /// <param name="self">The URL at which it is published.</param>
    public static byte[] Write(Feed feed, string self)
    {
        var document = new SyndicationFeed
        {
            Id = feed.Id,
            Title = new TextSyndicationContent(feed.Title),
            Description = feed.Description is "" ? null : new TextSyndicationContent(feed.Description),
            LastUpdatedTime = feed.Updated,
            Language = feed.Language,
            Generator = "Press",
            Authors = { new SyndicationPerson { Name = feed.Author } },
            Links =
            {
                new SyndicationLink(new Uri(self), "self", title: null, MediaTypes.AtomFeed.Split(';')[0], length: 0),
                new SyndicationLink(new Uri(feed.HomeLink), "alternate", title: null, "text/html", length: 0),
            },
            Items = [.. feed.Entries.Select(entry => ItemOf(entry, feed.IsMixed))],
        };
        return GeneratedXml.Of(document.SaveAsAtom10);
    }

    private static SyndicationItem ItemOf(FeedEntry entry, bool saysLanguage)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = new TextSyndicationContent(entry.Title),
            PublishDate = entry.Published,
            LastUpdatedTime = entry.LastChanged,
            Authors = { new SyndicationPerson { Name = entry.Author } },
            Links = { new SyndicationLink(new Uri(entry.Link), "alternate", title: null, "text/html", length: 0) },
            Summary = entry.Summary is "" ? null : new TextSyndicationContent(entry.Summary),
            Content = new TextSyndicationContent(entry.Html, TextSyndicationContentKind.Html),
        };
        foreach (var tag in entry.Tags)
            item.Categories.Add(new SyndicationCategory(tag));
        if (saysLanguage)
            item.AttributeExtensions.Add(Language, entry.Language);
        return item;
    }
}
