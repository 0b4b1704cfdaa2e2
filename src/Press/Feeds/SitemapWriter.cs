using System.Collections.Immutable;

namespace Press;

/// <summary>Writes a file of a sitemap.</summary>
internal static class SitemapWriter
{
    /// <summary>The most bytes that the protocol allows a file.</summary>
    /// <seealso href="https://www.sitemaps.org/protocol.html#index"/>
    private const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>The file with these pages. Where it would be longer than it may be, it does not say which pages are translations.</summary>
    public static byte[] Write(IEnumerable<SitemapPage> pages) => Write([.. pages], MaxBytes);

    internal static byte[] Write(ImmutableArray<SitemapPage> pages, int maxBytes)
    {
        var bytes = WriteAll(pages);
        return bytes.Length <= maxBytes ? bytes : WriteAll([.. pages.Select(page => page with { Alternates = [] })]);
    }

    private static byte[] WriteAll(ImmutableArray<SitemapPage> pages) => GeneratedXml.Of(writer =>
    {
        writer.WriteStartElement("urlset", SitemapPage.Namespace);
        writer.WriteAttributeString("xmlns", "xhtml", null, SitemapPage.XhtmlNamespace);
        foreach (var page in pages)
            page.WriteTo(writer);
        writer.WriteEndElement();
    });
}
