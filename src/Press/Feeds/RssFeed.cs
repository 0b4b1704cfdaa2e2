using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Press;

/// <summary>A feed as RSS 2.0, with the elements of other vocabularies that readers have come to expect.</summary>
/// <seealso href="https://www.rssboard.org/rss-specification"/>
/// <seealso href="https://www.rssboard.org/rss-profile"/>
internal static class RssFeed
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    // Some readers know these elements by their prefixes alone.
    private static readonly OrderedDictionary<XNamespace, string> Prefixes = new()
    {
        [Atom] = "atom",
        [Content] = "content",
        [DublinCore] = "dc",
    };

    /// <summary>The document.</summary>
    /// <param name="feed">What it says.</param>
    /// <param name="self">The URL at which it is published.</param>
    public static byte[] Write(Feed feed, string self)
    {
        var document = new SyndicationFeed
        {
            Title = new TextSyndicationContent(feed.Title),
            // A channel has to have one.
            Description = new TextSyndicationContent(feed.Description is "" ? feed.Title : feed.Description),
            LastUpdatedTime = feed.Updated,
            Language = feed.Language,
            Generator = "Press",
            Links = { SyndicationLink.CreateAlternateLink(new Uri(feed.HomeLink)) },
            Items = [.. feed.Entries.Select(entry => ItemOf(entry, feed.IsMixed))],
        };
        foreach (var (vocabulary, prefix) in Prefixes)
            document.AttributeExtensions.Add(new XmlQualifiedName(prefix, XNamespace.Xmlns.NamespaceName), vocabulary.NamespaceName);
        Add(
            document.ElementExtensions,
            Atom + "link",
            new XAttribute("href", self),
            new XAttribute("rel", "self"),
            new XAttribute("type", MediaTypes.RssFeed.Split(';')[0]));
        return GeneratedXml.Of(new Rss20FeedFormatter(document, serializeExtensionsAsAtom: false).WriteTo);
    }

    private static SyndicationItem ItemOf(FeedEntry entry, bool saysLanguage)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = new TextSyndicationContent(entry.Title),
            PublishDate = entry.Published,
            Links = { SyndicationLink.CreateAlternateLink(new Uri(entry.Link)) },
            // A description is HTML to those who read it.
            Summary = entry.Summary is "" ? null : new TextSyndicationContent(WebUtility.HtmlEncode(entry.Summary)),
        };
        foreach (var tag in entry.Tags)
            item.Categories.Add(new SyndicationCategory(tag));

        Add(item.ElementExtensions, DublinCore + "creator", entry.Author);
        if (saysLanguage)
            Add(item.ElementExtensions, DublinCore + "language", entry.Language);
        if (entry.Updated is { } updated)
            Add(item.ElementExtensions, Atom + "updated", updated);
        Add(item.ElementExtensions, Content + "encoded", entry.Html);
        return item;
    }

    private static void Add(SyndicationElementExtensionCollection extensions, XName name, params object[] content)
    {
        var prefix = new XAttribute(XNamespace.Xmlns + Prefixes[name.Namespace], name.NamespaceName);
        using var reader = new XElement(name, [prefix, .. content]).CreateReader();
        extensions.Add(reader);
    }
}
