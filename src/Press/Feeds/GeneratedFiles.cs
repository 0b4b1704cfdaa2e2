namespace Press;

/// <summary>The public files that are made of the whole site and are no pages: for feed readers, crawlers and front ends.</summary>
internal static class GeneratedFiles
{
    /// <summary>All of them: feeds, sitemap, <c>robots.txt</c>, <c>index.json</c> and <c>search.json</c>. A designer's file of such a name goes before.</summary>
    /// <param name="site">What they are made with.</param>
    /// <param name="catalog">The posts.</param>
    /// <param name="listingPaths">The pages that are no posts, as paths of the site: <c>/</c>, <c>/ko/</c>.</param>
    /// <param name="bodies">The HTML, by source, of the posts that <see cref="FeedSelection.Entries"/> names.</param>
    public static IEnumerable<PublicFile> Of(Site site, Catalog catalog, IEnumerable<string> listingPaths, IReadOnlyDictionary<string, string> bodies) =>
    [
        .. FeedFiles.Of(site, FeedSelection.Of(catalog, site.Settings), bodies),
        .. Sitemap.FilesOf(site.Settings, catalog, listingPaths),
        Robots.FileOf(site.Settings),
        PostIndex.FileOf(catalog),
        SearchIndex.FileOf(catalog, site.Settings),
    ];
}
