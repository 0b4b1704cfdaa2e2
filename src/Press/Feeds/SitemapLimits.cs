namespace Press;

/// <summary>How much a file of a sitemap may hold.</summary>
/// <param name="Pages">How many pages.</param>
/// <param name="Bytes">How long it may be.</param>
/// <seealso href="https://www.sitemaps.org/protocol.html#index"/>
internal sealed record SitemapLimits(int Pages, int Bytes)
{
    /// <summary>What the protocol allows.</summary>
    public static SitemapLimits OfProtocol { get; } = new(50_000, 50 * 1024 * 1024);
}
