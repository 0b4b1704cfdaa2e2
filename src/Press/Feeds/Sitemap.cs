using System.Collections.Immutable;

namespace Press;

/// <summary>
/// The sitemap: every page that search engines should know, and which pages are one in several languages. Where one file cannot
/// hold all, <c>sitemap.xml</c> is the index of several.
/// </summary>
internal static class Sitemap
{
    /// <summary>The file that a crawler begins with.</summary>
    public const string FileName = "sitemap.xml";

    /// <summary>The files of the sitemap; none for a site that cannot make absolute links, or has no pages.</summary>
    /// <param name="settings">Name the site's address and the order of its languages.</param>
    /// <param name="catalog">The posts: those that are listed and say nothing against it.</param>
    /// <param name="listingPaths">The other pages, as paths of the site, in any order: <c>/</c>, <c>/ko/</c>. A post that has such a path goes before.</param>
    public static IEnumerable<PublicFile> FilesOf(SiteSettings settings, Catalog catalog, IEnumerable<string> listingPaths) =>
        FilesOf(settings, catalog, listingPaths, SitemapLimits.OfProtocol);

    internal static IEnumerable<PublicFile> FilesOf(SiteSettings settings, Catalog catalog, IEnumerable<string> listingPaths, SitemapLimits limits)
    {
        if (!settings.HasAbsoluteLinks)
            return [];

        var posts = catalog.Entries.Select(entry => UrlPath.ToFile(entry.Path)).ToHashSet(StringComparer.Ordinal);
        var listings = listingPaths
            .Where(path => !posts.Contains(UrlPath.ToFile(path)))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => new SitemapPage(settings.AbsoluteLink(path), null, []));
        var files = new SitemapWriter(limits).Write([.. listings, .. PagesOf(catalog, settings)]).ToList();
        return files.Count < 2
            ? files.Select(file => FileOf(FileName, file.Bytes))
            : files.Select((file, place) => FileOf(NameOf(place), file.Bytes)).Append(FileOf(FileName, Index(files, settings)));
    }

    private static IEnumerable<SitemapPage> PagesOf(Catalog catalog, SiteSettings settings)
    {
        var posts = catalog.Listed().Where(entry => entry.InSitemap).ToList();
        var alternates = AlternatesOf(posts, settings);
        return posts.Select(entry => new SitemapPage(settings.AbsoluteLink(entry.Path), entry.Updated ?? entry.Date, alternates.GetValueOrDefault(entry.Path, [])));
    }

    /// <summary>
    /// The translations of the posts that have some, by path. They hold for all of them alike, since search engines believe a
    /// link only if the other page has it too; so of two posts in one language only the first counts.
    /// </summary>
    private static Dictionary<string, ImmutableArray<SitemapAlternate>> AlternatesOf(IEnumerable<PostEntry> posts, SiteSettings settings)
    {
        var alternates = new Dictionary<string, ImmutableArray<SitemapAlternate>>(StringComparer.Ordinal);
        foreach (var group in posts.Where(entry => entry.PageId is not null).GroupBy(entry => entry.PageId, StringComparer.Ordinal))
        {
            var translations = settings.InOrder(group.DistinctBy(entry => entry.Lang).OrderBy(entry => entry.Lang, StringComparer.Ordinal).Take(Limits.Translations), entry => entry.Lang);
            if (translations.Length < 2)
                continue;

            ImmutableArray<SitemapAlternate> links =
            [
                .. translations.Select(entry => new SitemapAlternate(entry.Lang, settings.AbsoluteLink(entry.Path))),
                new(SitemapAlternate.Default, settings.AbsoluteLink(settings.ForOthers(translations, entry => entry.Lang).Path)),
            ];
            foreach (var entry in translations)
                alternates.Add(entry.Path, links);
        }

        return alternates;
    }

    private static byte[] Index(List<(byte[] Bytes, DateTimeOffset? LastChanged)> files, SiteSettings settings) => GeneratedXml.Of(writer =>
    {
        writer.WriteStartElement("sitemapindex", SitemapPage.Namespace);
        for (var place = 0; place < files.Count; place++)
        {
            writer.WriteStartElement("sitemap", SitemapPage.Namespace);
            writer.WriteElementString("loc", SitemapPage.Namespace, settings.AbsoluteLink("/" + NameOf(place)));
            if (files[place].LastChanged is { } changed)
                writer.WriteElementString("lastmod", SitemapPage.Namespace, PageVariables.Iso(changed));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    private static string NameOf(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sitemap-{place + 1}.xml");

    private static PublicFile FileOf(string name, byte[] bytes) => PublicFiles.OfGenerated(name, bytes, MediaTypes.Of(name));
}
