using System.Collections.Immutable;

namespace Press;

/// <summary>The pages of all listings.</summary>
internal sealed class ListingPages
{
    private readonly PlanInputs _inputs;
    private readonly ImmutableArray<PlannedListing> _listings;

    // Whether a layout prints how many posts there are, by its name: hundreds of listings have the same.
    private readonly Dictionary<string, bool> _printsTotal = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _printsPaginator = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, (int Listing, int Page)>> _byFile;

    /// <param name="inputs">What they follow from.</param>
    /// <param name="before">Those of an earlier plan that differs in texts alone; null for none.</param>
    public ListingPages(PlanInputs inputs, ListingPages? before)
    {
        _inputs = inputs;
        _listings = before is null
            ? [.. new SiteListings(inputs.Site, inputs.Catalog).All().Select(listing => PlannedOf(listing, before: null))]
            : before.WithTextsOf(this);
        var listings = _listings;
        _byFile = before?._byFile ?? new(() => PlacesByFile(listings));
    }

    /// <summary>The paths of the listings that search engines should know.</summary>
    public IEnumerable<string> IndexedPaths =>
        _listings.Where(planned => planned.Listing.IsIndexed).Select(planned => planned.Listing.Path);

    public IEnumerable<PlannedFile> Files => _listings.SelectMany(planned => planned.Files);

    /// <summary>The page of a listing that would have this file; null if there is none.</summary>
    public ListingPlace? At(string file)
    {
        if (!_byFile.Value.TryGetValue(file, out var place))
            return null;
        var planned = _listings[place.Listing];
        return new ListingPlace(planned.Listing, planned.Pages[place.Page], planned.Files[place.Page].MadeOf);
    }

    private static Dictionary<string, (int Listing, int Page)> PlacesByFile(ImmutableArray<PlannedListing> listings)
    {
        var places = new Dictionary<string, (int Listing, int Page)>(StringComparer.Ordinal);
        for (var listing = 0; listing < listings.Length; listing++)
        {
            for (var page = 0; page < listings[listing].Files.Length; page++)
                places.TryAdd(listings[listing].Files[page].Name, (listing, page));
        }

        return places;
    }

    /// <summary>These listings with the texts of a later plan.</summary>
    private ImmutableArray<PlannedListing> WithTextsOf(ListingPages later)
    {
        var (before, now) = (_inputs.Catalog.Entries, later._inputs.Catalog.Entries);
        var changed = Enumerable.Range(0, now.Length).Where(place => !ReferenceEquals(before[place], now[place]))
            .Select(place => (before[place], now[place])).ToList();
        return [.. _listings.Select(planned => later.PlannedOf(planned.Listing.With(changed), planned))];
    }

    private PlannedListing PlannedOf(Listing listing, PlannedListing? before)
    {
        var own = before?.Own ?? HashOf(listing);
        var common = HashBuilder.OfAll(_inputs.Hashes.PageWith(listing.Layout), own);
        if (before is not null && ReferenceEquals(before.Listing, listing) && before.Common == common)
            return before;
        ImmutableArray<ListingPage> pages = [.. listing.Pages()];
        return new PlannedListing(
            listing, pages, own, common, [.. pages.Select((page, number) => FileOf(listing, page, common, before?.Files[number]))]);
    }

    private PlannedFile FileOf(Listing listing, ListingPage page, UInt128 common, PlannedFile? before)
    {
        var hash = HashOf(common, listing, page);
        return before?.MadeOf == hash ? before : new PlannedFile(UrlPath.ToFile(page.Path), hash, SourceName: null, (inputs, _, _) =>
            new(inputs.Composer.LayOut(listing, page, inputs.Feeds.LinksFor(listing.Language))))
        {
            Layout = listing.Layout,
        };
    }

    /// <summary>A hash of all that the pages of a listing have in common, but for their layout.</summary>
    private UInt128 HashOf(Listing listing)
    {
        var hash = new HashBuilder();
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
        foreach (var feed in _inputs.Feeds.LinksFor(listing.Language))
        {
            hash.Add(feed.Title);
            hash.Add(feed.Path);
        }

        hash.Add(listing.Kind);
        if (listing.Author is { } author)
            AddTo(ref hash, author);
        foreach (var name in listing.Tags.Concat(listing.Categories))
        {
            hash.Add(name.Name);
            hash.Add(name.Path);
            hash.Add(name.Count);
        }

        hash.Add(listing.Tags.Length);
        // Few layouts print it, and those that do not are the same whatever it is.
        if (!_printsTotal.TryGetValue(listing.Layout, out var printsTotal))
            _printsTotal[listing.Layout] = printsTotal = _inputs.Site.Layouts.Mentions(listing.Layout, "total")
                || PrintsPaginator(listing.Layout);
        if (printsTotal)
            hash.Add(listing.Posts.Length);
        return hash.ToHash();
    }

    private void AddTo(ref HashBuilder hash, SiteAuthor author)
    {
        hash.Add(author.Name);
        hash.Add(author.Bio);
        hash.Add(author.Picture);
        if (_inputs.Images.At(_inputs.Settings.LinkOf(author.Picture)) is { } image)
            hash.Add(image.Hash);
        foreach (var link in author.Links)
        {
            hash.Add(link.Label);
            hash.Add(link.Url);
        }
    }

    private bool PrintsPaginator(string layout)
    {
        if (!_printsPaginator.TryGetValue(layout, out var prints))
            _printsPaginator[layout] = prints = _inputs.Site.Layouts.Mentions(layout, "paginator");
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
            hash.Add(_inputs.Cards.Of(post));
        return hash.ToHash();
    }
}
