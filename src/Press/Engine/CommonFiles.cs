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
        // An old path gives way to whatever stands there; what a designer put there goes before what follows from the posts by itself.
        var files = PublicFiles.ByName(
            oldPaths.Select(PublicFiles.OfPage),
            GeneratedFiles.Of(site, catalog, listings.Where(listing => listing.IsIndexed).Select(listing => listing.Path), bodies),
            site.Assets.Select(PublicFiles.OfTheme),
            pages.Select(PublicFiles.OfPage));
        return new CommonFiles([.. files.Values], [.. diagnostics, .. redirectDiagnostics]);
    }
}
