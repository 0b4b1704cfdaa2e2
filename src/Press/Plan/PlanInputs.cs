namespace Press;

/// <summary>What the files of a site are planned from.</summary>
/// <param name="Site">Settings, layouts and the site's own files.</param>
/// <param name="Plan">Which posts and files there are, at which URLs.</param>
/// <param name="Images">The pictures of the site.</param>
/// <param name="TrustsHtml">The operator's word that authors' HTML, scripts and drawings may run.</param>
internal sealed record PlanInputs(Site Site, SitePlan Plan, SiteImages Images, bool TrustsHtml)
{
    /// <summary>The hashes of what many files are made of.</summary>
    public CommonHashes Hashes { get; } = new(
        Site,
        Plan.Menu,
        TrustsHtml,
        new Lazy<UInt128>(() => HashOfAllPosts(Site.Settings, Plan, Images)));

    /// <summary>Lays out pages.</summary>
    public PageComposer Composer { get; } = new(Site, Images, Plan.Menu, TrustsHtml, Plan.Catalog);

    /// <summary>Which feeds there are.</summary>
    public FeedSelection Feeds { get; } = FeedSelection.Of(Plan.Catalog, Site.Settings);

    public SiteSettings Settings => Site.Settings;

    public Catalog Catalog => Plan.Catalog;

    /// <summary>A hash of all that a post's card shows: the entry, and its pictures.</summary>
    public UInt128 CardHash(PostEntry entry) => CardHash(entry, Settings, Plan, Images);

    private static UInt128 HashOfAllPosts(SiteSettings settings, SitePlan plan, SiteImages images)
    {
        var hash = new HashBuilder();
        foreach (var entry in plan.Catalog.Listed())
            hash.Add(CardHash(entry, settings, plan, images));
        return hash.ToHash();
    }

    private static UInt128 CardHash(PostEntry entry, SiteSettings settings, SitePlan plan, SiteImages images)
    {
        var hash = new HashBuilder();
        hash.Add(plan.HashOf(entry));
        foreach (var file in PostSummary.ImagesOf(entry, settings))
        {
            if (images.Find(file) is { } image)
                hash.Add(image.Hash);
        }

        return hash.ToHash();
    }
}
