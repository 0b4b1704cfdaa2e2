using System.Collections.Immutable;
using System.Xml;

namespace Press;

/// <summary>A page in a sitemap.</summary>
/// <param name="Link">Its absolute URL.</param>
/// <param name="LastChanged">Null if it is not known.</param>
/// <param name="Alternates">The page in all its languages, itself too; empty if it has only one.</param>
/// <seealso href="https://www.sitemaps.org/protocol.html"/>
internal sealed record SitemapPage(string Link, DateTimeOffset? LastChanged, ImmutableArray<SitemapAlternate> Alternates)
{
    /// <summary>The vocabulary of sitemaps.</summary>
    public const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>That of its links to other languages.</summary>
    public const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    public void WriteTo(XmlWriter writer)
    {
        writer.WriteStartElement("url", Namespace);
        writer.WriteElementString("loc", Namespace, Link);
        if (LastChanged is { } changed)
            writer.WriteElementString("lastmod", Namespace, PageVariables.Iso(changed));
        foreach (var alternate in Alternates)
            alternate.WriteTo(writer);
        writer.WriteEndElement();
    }
}

/// <summary>The same page in a language.</summary>
/// <param name="Language">A BCP 47 tag, or <see cref="Default"/>.</param>
/// <param name="Link">Its absolute URL.</param>
/// <seealso href="https://developers.google.com/search/docs/specialty/international/localized-versions"/>
internal sealed record SitemapAlternate(string Language, string Link)
{
    /// <summary>Stands for all languages that a page is not in.</summary>
    public const string Default = "x-default";

    public void WriteTo(XmlWriter writer)
    {
        writer.WriteStartElement("link", SitemapPage.XhtmlNamespace);
        writer.WriteAttributeString("rel", "alternate");
        writer.WriteAttributeString("hreflang", Language);
        writer.WriteAttributeString("href", Link);
        writer.WriteEndElement();
    }
}
