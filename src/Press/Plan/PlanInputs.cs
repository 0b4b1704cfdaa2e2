namespace Press;

/// <summary>What the files of a site are planned from.</summary>
/// <param name="Site">Settings, layouts and the site's own files.</param>
/// <param name="Plan">Which posts and files there are, at which URLs.</param>
/// <param name="Images">The pictures of the site.</param>
/// <param name="TrustsHtml">The operator's word that authors' HTML, scripts and drawings may run.</param>
internal sealed record PlanInputs(Site Site, SitePlan Plan, SiteImages Images, bool TrustsHtml)
{
    /// <summary>The hashes of what many files are made of.</summary>
    public CommonHashes Hashes { get; } = new(Site, Plan.Menu, TrustsHtml);

    /// <summary>Lays out pages.</summary>
    public PageComposer Composer { get; } = new(Site, Images, Plan.Menu, TrustsHtml);

    /// <summary>Which feeds there are.</summary>
    public FeedSelection Feeds { get; } = FeedSelection.Of(Plan.Catalog, Site.Settings);

    public SiteSettings Settings => Site.Settings;

    public Catalog Catalog => Plan.Catalog;

    /// <summary>A hash of all that a post's card shows: the entry, and its pictures.</summary>
    public UInt128 CardHash(PostEntry entry)
    {
        var hash = new HashBuilder();
        hash.Add(Plan.HashOf(entry));
        foreach (var file in PostSummary.ImagesOf(entry, Settings))
        {
            if (Images.Find(file) is { } image)
                hash.Add(image.Hash);
        }

        return hash.ToHash();
    }
}
