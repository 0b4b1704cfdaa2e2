namespace Press;

/// <summary>The names of the public files that are made of the whole site: listings, feeds and the like.</summary>
internal static class CommonNames
{
    /// <summary>
    /// All of them but the theme's and the parts of files that grow with the site, each with what it is, for whoever wants the name.
    /// </summary>
    public static IEnumerable<(string File, string What)> Of(Site site, Catalog catalog)
    {
        var settings = site.Settings;
        foreach (var listing in ListingsOf(site, catalog))
            yield return listing;

        foreach (var named in FeedSelection.Of(catalog, settings).Feeds.SelectMany(NamesOf))
            yield return named;
        if (settings.HasAbsoluteLinks)
            yield return SitemapName;
        yield return (GeneratedName.Robots, "the rules for crawlers, which Press makes");
        yield return (GeneratedName.Index, "the site's index of posts, which Press makes");
        yield return (GeneratedName.Search, "the index of the site's search, which Press makes");
    }

    /// <summary>The pages of listings.</summary>
    public static IEnumerable<(string File, string What)> ListingsOf(Site site, Catalog catalog) =>
        from listing in new SiteListings(site, catalog).All()
        from page in listing.Pages()
        select (UrlPath.ToFile(page.Path), $"{WhatIs(listing)}, which Press makes");

    /// <summary>What every site has as soon as its settings have a <c>url</c>.</summary>
    public static IEnumerable<(string File, string What)> WithUrl => [.. NamesOf(new SelectedFeed(Language: null, [])), SitemapName];

    private static (string File, string What) SitemapName => (GeneratedName.Sitemap, "the site's sitemap, which Press makes");

    private static IEnumerable<(string File, string What)> NamesOf(SelectedFeed feed) =>
        new[] { feed.AtomName, feed.RssName, feed.JsonName }.Select(name => (name, "a feed of the site, which Press makes"));

    private static string WhatIs(Listing listing) => listing.Layout switch
    {
        Layouts.Home => "the home page",
        Layouts.Archive => "the archive",
        Layouts.Search => "the search page",
        Layouts.NotFound => "the page for addresses that do not exist",
        _ when listing.Author is { } author => $"the page of the author '{author.Name}'",
        _ => $"the list of posts with '{listing.Title}'",
    };
}
