using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Press;

/// <summary>The good versions of a site's sources, as far as the site is planned from them.</summary>
/// <param name="Posts">Posts and pages, public or not.</param>
/// <param name="Assets">The authors' files that may be published as they are.</param>
internal sealed record PlannedSources(ImmutableArray<PostSummary> Posts, IReadOnlyDictionary<string, AssetSummary> Assets)
{
    // Most parts are the same from build to build, and so is what is chosen of them.
    private static readonly ConditionalWeakTable<MapPart<KnownSource>, OfPart> Chosen = [];

    /// <summary>Chooses them.</summary>
    /// <param name="known">What is known of each source, by the item that holds its receipt.</param>
    /// <param name="receipts">The receipts of the authors' sources.</param>
    /// <param name="settings">The site's, which may exclude some.</param>
    public static PlannedSources Of(PartedMap<KnownSource> known, ReceiptFolder receipts, SiteSettings settings)
    {
        var posts = ImmutableArray.CreateBuilder<PostSummary>();
        var assets = new Dictionary<string, AssetSummary>(StringComparer.Ordinal);
        foreach (var part in known.Parts)
        {
            if (!Chosen.TryGetValue(part, out var chosen) || !ReferenceEquals(chosen.Settings, settings))
                Chosen.AddOrUpdate(part, chosen = OfPart.Of(part, receipts, settings));
            posts.AddRange(chosen.Posts);
            foreach (var asset in chosen.Assets)
                assets[asset.SourceName] = asset;
        }

        return new PlannedSources(posts.ToImmutable(), assets);
    }

    private sealed record OfPart(SiteSettings Settings, ImmutableArray<PostSummary> Posts, ImmutableArray<AssetSummary> Assets)
    {
        public static OfPart Of(MapPart<KnownSource> part, ReceiptFolder receipts, SiteSettings settings)
        {
            var posts = ImmutableArray.CreateBuilder<PostSummary>();
            var assets = ImmutableArray.CreateBuilder<AssetSummary>();
            foreach (var (item, source) in part.Entries)
            {
                if (source.GoodETag is null || receipts.SourceOf(item) is not { } name || settings.Excludes(name))
                    continue;
                // HTML without a front matter was read by nobody.
                if (SourceName.KindOf(name) == SourceKind.Asset || (SourceName.KindOf(name) == SourceKind.Html && source.ReadWith is null))
                    assets.Add(source.ToAsset(name));
                else if (source.Summary is { } post)
                    posts.Add(post);
            }

            return new OfPart(settings, posts.ToImmutable(), assets.ToImmutable());
        }
    }
}
