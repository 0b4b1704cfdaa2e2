using System.Collections.Immutable;

namespace Press;

/// <summary>The good versions of a site's sources, as far as the site is planned from them.</summary>
/// <param name="Posts">Posts and pages, public or not.</param>
/// <param name="Assets">The authors' files that may be published as they are.</param>
internal sealed record PlannedSources(ImmutableArray<PostSummary> Posts, IReadOnlyDictionary<string, AssetSummary> Assets)
{
    /// <summary>Chooses them.</summary>
    /// <param name="known">What is known of each source, by the item that holds its receipt.</param>
    /// <param name="receipts">The receipts of the authors' sources.</param>
    /// <param name="settings">The site's, which may exclude some.</param>
    public static PlannedSources Of(IEnumerable<KeyValuePair<string, KnownSource>> known, ReceiptFolder receipts, SiteSettings settings)
    {
        var posts = ImmutableArray.CreateBuilder<PostSummary>();
        var assets = new Dictionary<string, AssetSummary>(StringComparer.Ordinal);
        // In one order, by which the next plan finds what is the same.
        foreach (var (item, source) in known.OrderBy(known => known.Key, StringComparer.Ordinal))
        {
            if (source.GoodETag is null || receipts.SourceOf(item) is not { } name || settings.Excludes(name))
                continue;
            // HTML without a front matter was read by nobody.
            if (SourceName.KindOf(name) == SourceKind.Asset || (SourceName.KindOf(name) == SourceKind.Html && source.ReadWith is null))
                assets[name] = source.ToAsset(name);
            else if (source.Summary is { } post)
                posts.Add(post);
        }

        return new PlannedSources(posts.ToImmutable(), assets);
    }
}
