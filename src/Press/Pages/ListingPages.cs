using System.Collections.Immutable;

namespace Press;

/// <summary>The pages of all listings.</summary>
internal sealed class ListingPages(PlanInputs inputs)
{
    private readonly ImmutableArray<Listing> _listings = [.. new SiteListings(inputs.Settings, inputs.Catalog).All()];
    private readonly Dictionary<string, UInt128> _cards = inputs.Catalog.Listed().ToDictionary(entry => entry.Source, inputs.CardHash, StringComparer.Ordinal);

    /// <summary>The paths of the listings that search engines should know.</summary>
    public IEnumerable<string> IndexedPaths => _listings.Where(listing => listing.IsIndexed).Select(listing => listing.Path);

    public IEnumerable<PlannedFile> Files() =>
        from listing in _listings
        let feeds = inputs.Feeds.LinksFor(listing.Language, inputs.Settings)
        let common = HashOf(listing, feeds)
        from page in listing.Pages()
        select new PlannedFile(UrlPath.ToFile(page.Path), HashOf(common, listing, page), SourceName: null, (_, _) => new(inputs.Composer.LayOut(listing, page, feeds))) { Layout = listing.Layout };

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
        if (inputs.Site.Layouts.Mentions(listing.Layout, "total") || inputs.Site.Layouts.Mentions(listing.Layout, "paginator"))
            hash.Add(listing.Posts.Length);
        return hash.ToHash();
    }

    private UInt128 HashOf(UInt128 common, Listing listing, ListingPage page)
    {
        var hash = new HashBuilder();
        hash.Add(common);
        hash.Add(page.Path);
        hash.Add(page.IsFirst);
        if (inputs.Site.Layouts.Mentions(listing.Layout, "paginator"))
            hash.Add(page.Number);
        hash.Add(page.NewerPath);
        hash.Add(page.OlderPath);
        foreach (var post in listing.FeaturedOn(page).Concat(page.Posts))
            hash.Add(_cards[post.Source]);
        return hash.ToHash();
    }
}
