using System.Xml;

namespace Press;

/// <summary>Writes pages into as few files as the limits allow.</summary>
internal sealed class SitemapWriter(SitemapLimits limits)
{
    private static readonly int EndLength = "\n</urlset>".Length;

    /// <summary>The files in the order of the pages, each full before the next begins; none for no pages.</summary>
    public IEnumerable<(byte[] Bytes, DateTimeOffset? LastChanged)> Write(IReadOnlyList<SitemapPage> pages)
    {
        for (var first = 0; first < pages.Count;)
        {
            var (bytes, count) = WriteFile(pages, first);
            yield return (bytes, pages.Skip(first).Take(count).Max(page => page.LastChanged));
            first += count;
        }
    }

    private (byte[] Bytes, int Count) WriteFile(IReadOnlyList<SitemapPage> pages, int first)
    {
        using var stream = new MemoryStream();
        var count = 0;
        using (var writer = GeneratedXml.To(stream))
        {
            writer.WriteStartElement("urlset", SitemapPage.Namespace);
            writer.WriteAttributeString("xmlns", "xhtml", null, SitemapPage.XhtmlNamespace);
            while (count < limits.Pages && first + count < pages.Count && TryWrite(pages[first + count], writer, stream, mustFit: count > 0))
                count++;
            writer.WriteEndElement();
        }

        return (stream.ToArray(), count);
    }

    /// <summary>Writes a page, and takes it back if the file became too long with it.</summary>
    private bool TryWrite(SitemapPage page, XmlWriter writer, MemoryStream stream, bool mustFit)
    {
        writer.Flush();
        var before = stream.Length;
        page.WriteTo(writer);
        writer.Flush();
        if (!mustFit || stream.Length + EndLength <= limits.Bytes)
            return true;
        stream.SetLength(before);
        return false;
    }
}
