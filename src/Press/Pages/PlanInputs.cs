namespace Press;

/// <summary>What the files of a site are planned from.</summary>
internal sealed class PlanInputs
{
    /// <param name="plan">Which posts and files there are, at which URLs.</param>
    /// <param name="images">The pictures of the site.</param>
    /// <param name="trustsHtml">The operator's word that authors' HTML, scripts and drawings may run.</param>
    /// <param name="before">Those of an earlier plan, from which is taken what is the same.</param>
    public PlanInputs(SitePlan plan, PlannedImages images, bool trustsHtml, PlanInputs? before = null)
    {
        (Plan, PlannedImages, TrustsHtml) = (plan, images, trustsHtml);
        Cards = new CardHashes(plan, Images, before?.Cards);
        var languageLinks = new Lazy<UInt128>(() =>
            LanguageLinks.Of(Settings, Catalog.ListedLanguages, plan.PageEntries.Select(page => page.Path))?.Hash() ?? 0);
        Hashes = new CommonHashes(Site, plan.Menu, trustsHtml, languageLinks, new Lazy<UInt128>(HashOfAllPosts));
        Composer = new PageComposer(Site, Images, plan.Menu, trustsHtml, Catalog, plan.PageEntries);
        Listings = new ListingPages(this, before is not null && before.DifferInTextsFrom(this) ? before.Listings : null);
    }

    /// <summary>Settings, layouts and the site's own files.</summary>
    public Site Site => Plan.Frame.Site;

    public SitePlan Plan { get; }

    public PlannedImages PlannedImages { get; }

    public SiteImages Images => PlannedImages.Images;

    public bool TrustsHtml { get; }

    /// <summary>The hashes of what cards and the index say of posts.</summary>
    public CardHashes Cards { get; }

    /// <summary>The hashes of what many files are made of.</summary>
    public CommonHashes Hashes { get; }

    /// <summary>Lays out pages.</summary>
    public PageComposer Composer { get; }

    /// <summary>The pages of listings.</summary>
    public ListingPages Listings { get; }

    /// <summary>Which feeds there are.</summary>
    public FeedSelection Feeds => Plan.Feeds;

    public SiteSettings Settings => Site.Settings;

    public Catalog Catalog => Plan.Catalog;

    private UInt128 HashOfAllPosts() => HashBuilder.OfAll(Catalog.Listed().Select(Cards.Of).Concat(Plan.PageEntries.Select(Plan.HashOf)));

    /// <summary>Whether these and others differ in texts alone: of posts, not of pictures.</summary>
    public bool DifferInTextsFrom(PlanInputs other) =>
        ReferenceEquals(Plan.Frame, other.Plan.Frame) && ReferenceEquals(Images, other.Images) && TrustsHtml == other.TrustsHtml;
}
