using System.Collections.Immutable;

namespace Press;

/// <summary>The public files that are made of the whole site: listings, redirects, feeds and the like, and the theme's own.</summary>
/// <param name="Files">Each name once.</param>
/// <param name="Diagnostics">What is wrong with layouts of listings.</param>
internal sealed record CommonFiles(ImmutableArray<PublicFile> Files, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Makes them all.</summary>
    /// <param name="composer">Lays out pages.</param>
    /// <param name="site">What they are made with.</param>
    /// <param name="catalog">The posts.</param>
    /// <param name="redirects">Old paths, and the posts to which they lead.</param>
    /// <param name="bodies">The HTML, by source, of the posts that feeds carry whole.</param>
    public static CommonFiles Of(PageComposer composer, Site site, Catalog catalog, IEnumerable<Redirect> redirects, IReadOnlyDictionary<string, string> bodies)
    {
        var listings = new SiteListings(site.Settings, catalog).All().ToList();
        var (pages, diagnostics) = composer.LayOut(listings);
        var (oldPaths, redirectDiagnostics) = composer.LayOut(redirects);
        // What a designer put there goes before what follows from the posts by itself.
        var files = PublicFiles.ByName(
            oldPaths.Select(PublicFiles.OfPage),
            GeneratedFiles.Of(site, catalog, listings.Where(listing => listing.IsIndexed).Select(listing => listing.Path), bodies),
            site.Assets.Select(PublicFiles.OfTheme),
            pages.Select(PublicFiles.OfPage));
        return new CommonFiles([.. files.Values], [.. diagnostics, .. redirectDiagnostics]);
    }

    /// <summary>The names of all of them but the theme's and the parts of a long sitemap, each with what it is, for whoever wants the name.</summary>
    public static IEnumerable<(string File, string What)> NamesOf(SiteSettings settings, Catalog catalog)
    {
        foreach (var listing in new SiteListings(settings, catalog).All())
        {
            foreach (var page in listing.Pages())
                yield return (UrlPath.ToFile(page.Path), $"{WhatIs(listing)}, which Press makes");
        }

        foreach (var named in FeedSelection.Of(catalog, settings).Feeds.SelectMany(NamesOf))
            yield return named;
        if (settings.HasAbsoluteLinks)
            yield return SitemapName;
        yield return (Robots.FileName, "the rules for crawlers, which Press makes");
        yield return (PostIndex.FileName, "the site's index of posts, which Press makes");
        yield return (SearchIndex.FileName, "the index of the site's search, which Press makes");
    }

    /// <summary>What every site has as soon as its settings have a <c>url</c>.</summary>
    public static IEnumerable<(string File, string What)> NamesWithUrl => [.. NamesOf(new SelectedFeed(Language: null, [])), SitemapName];

    private static (string File, string What) SitemapName => (Sitemap.FileName, "the site's sitemap, which Press makes");

    private static IEnumerable<(string File, string What)> NamesOf(SelectedFeed feed) =>
        new[] { feed.AtomName, feed.RssName, feed.JsonName }.Select(name => (name, "a feed of the site, which Press makes"));

    private static string WhatIs(Listing listing) => listing.Layout switch
    {
        Layouts.Home => "the home page",
        Layouts.Archive => "the archive",
        Layouts.Search => "the search page",
        Layouts.NotFound => "the page for addresses that do not exist",
        _ => $"the list of posts with '{listing.Title}'",
    };
}
