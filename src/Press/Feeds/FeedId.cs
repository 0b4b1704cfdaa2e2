using System.Security.Cryptography;
using System.Text;

namespace Press;

/// <summary>
/// Names feeds and their entries for good (RFC 4287, section 4.2.6): a reader that has seen an id does not show its entry again.
/// </summary>
internal static class FeedId
{
    // The name space for names that are URLs (RFC 9562, section 6.6).
    private static readonly Guid Urls = new("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /// <summary>
    /// The id of a post, which outlives a change of title, date or permalink: it is made of the site's address and the source's name.
    /// </summary>
    public static string Of(PostEntry entry, SiteSettings settings) => Of(entry.Id, settings);

    /// <summary>The id of a feed, whatever its format.</summary>
    public static string Of(SelectedFeed feed, SiteSettings settings) => Of(feed.AtomName, settings);

    private static string Of(string name, SiteSettings settings) => $"urn:uuid:{Uuid(Urls, $"{settings.Url}{settings.BaseUrl}/{name}"):D}";

    /// <summary>A UUID of version 8, made of a name by SHA-256 as RFC 9562, appendix B.2, has it.</summary>
    internal static Guid Uuid(Guid nameSpace, string name)
    {
        var hash = SHA256.HashData([.. nameSpace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        var bytes = hash.AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
