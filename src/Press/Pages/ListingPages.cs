using System.Collections.Immutable;

namespace Press;

/// <summary>The pages of all listings.</summary>
internal sealed class ListingPages(PlanInputs inputs)
{
    private readonly ImmutableArray<Listing> _listings = [.. new SiteListings(inputs.Settings, inputs.Catalog).All()];

    // Whether a layout prints how many posts there are, by its name: hundreds of listings have the same.
    private readonly Dictionary<string, bool> _printsTotal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _printsPaginator = new(StringComparer.Ordinal);

    private readonly Dictionary<string, UInt128> _cards = inputs.Catalog.Listed().ToDictionary(entry => entry.Source, inputs.CardHash, StringComparer.Ordinal);

    private Dictionary<string, (Listing Listing, ListingPage Page)>? _byFile;

    /// <summary>The paths of the listings that search engines should know.</summary>
    public IEnumerable<string> IndexedPaths => _listings.Where(listing => listing.IsIndexed).Select(listing => listing.Path);

    public IEnumerable<PlannedFile> Files() =>
        from listing in _listings
        let feeds = inputs.Feeds.LinksFor(listing.Language, inputs.Settings)
        let common = HashOf(listing, feeds)
        from page in listing.Pages()
        select new PlannedFile(UrlPath.ToFile(page.Path), HashOf(common, listing, page), SourceName: null, (_, _) => new(inputs.Composer.LayOut(listing, page, feeds))) { Layout = listing.Layout };

    /// <summary>The page of a listing that would have this file; null if there is none.</summary>
    public ListingPlace? At(string file)
    {
        _byFile ??= _listings
            .SelectMany(listing => listing.Pages().Select(page => (listing, page)))
            .DistinctBy(found => found.page.Path, StringComparer.Ordinal)
            .ToDictionary(found => UrlPath.ToFile(found.page.Path), StringComparer.Ordinal);
        if (!_byFile.TryGetValue(file, out var found))
            return null;
        var common = HashOf(found.Listing, inputs.Feeds.LinksFor(found.Listing.Language, inputs.Settings));
        return new ListingPlace(found.Listing, found.Page, HashOf(common, found.Listing, found.Page));
    }

    private UInt128 HashOf(Listing listing, ImmutableArray<FeedLink> feeds)
    {
        var hash = new HashBuilder();
        hash.Add(inputs.Hashes.PageWith(listing.Layout));
        hash.Add(listing.Language);
        hash.Add(listing.Title);
        hash.Add(listing.IsIndexed);
        foreach (var (language, path) in listing.Translations)
        {
            hash.Add(language);
            hash.Add(path);
        }

        hash.Add(listing.Homes.Length);
        foreach (var language in listing.Homes)
            hash.Add(language);
        foreach (var feed in feeds)
        {
            hash.Add(feed.Title);
            hash.Add(feed.Path);
        }

        hash.Add(listing.Kind);
        foreach (var name in listing.Tags.Concat(listing.Categories))
        {
            hash.Add(name.Name);
            hash.Add(name.Path);
            hash.Add(name.Count);
        }

        hash.Add(listing.Tags.Length);
        // Few layouts print it, and those that do not are the same whatever it is.
        if (!_printsTotal.TryGetValue(listing.Layout, out var printsTotal))
            _printsTotal[listing.Layout] = printsTotal = inputs.Site.Layouts.Mentions(listing.Layout, "total")
                || PrintsPaginator(listing.Layout);
        if (printsTotal)
            hash.Add(listing.Posts.Length);
        return hash.ToHash();
    }

    private bool PrintsPaginator(string layout)
    {
        if (!_printsPaginator.TryGetValue(layout, out var prints))
            _printsPaginator[layout] = prints = inputs.Site.Layouts.Mentions(layout, "paginator");
        return prints;
    }

    private UInt128 HashOf(UInt128 common, Listing listing, ListingPage page)
    {
        var hash = new HashBuilder();
        hash.Add(common);
        hash.Add(page.Path);
        hash.Add(page.IsFirst);
        if (PrintsPaginator(listing.Layout))
            hash.Add(page.Number);
        hash.Add(page.NewerPath);
        hash.Add(page.OlderPath);
        foreach (var post in listing.FeaturedOn(page).Concat(page.Posts))
            hash.Add(_cards[post.Source]);
        return hash.ToHash();
    }
}

/// <summary>A page of a listing in whose place an author's page stands.</summary>
/// <param name="Listing">The listing.</param>
/// <param name="Page">Which of its pages.</param>
/// <param name="Hash">Of all that it shows.</param>
internal sealed record ListingPlace(Listing Listing, ListingPage Page, UInt128 Hash);
