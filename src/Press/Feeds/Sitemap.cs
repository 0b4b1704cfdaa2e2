using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>
/// The sitemap: every page that search engines should know, and which pages are one in several languages. A small site has one file.
/// Of a larger one <c>sitemap.xml</c> is the index of several, and those of the posts are counted from the oldest post: a new post
/// changes the last of them alone.
/// </summary>
/// <seealso href="https://www.sitemaps.org/protocol.html"/>
internal sealed class Sitemap
{
    /// <summary>How many pages a file of it has.</summary>
    public const int MaxPages = 1_000;

    private readonly SiteSettings _settings;
    private readonly ImmutableArray<PostEntry> _posts;
    private readonly ImmutableArray<string> _listings;
    private readonly Dictionary<string, PostEntry> _pages;
    private readonly Dictionary<string, ImmutableArray<PostEntry>> _translations;
    private readonly UInt128 _common;
    private readonly Func<PostEntry, UInt128> _hashOf;

    private Sitemap(
        SiteSettings settings,
        Catalog catalog,
        IEnumerable<string> listingPaths,
        UInt128 common,
        Func<PostEntry, UInt128> hashOf,
        IEnumerable<PostEntry> pages)
    {
        (_settings, _common, _hashOf) = (settings, common, hashOf);
        var files = catalog.Entries.Select(entry => UrlPath.ToFile(entry.Path)).ToHashSet(StringComparer.Ordinal);
        _posts = [.. catalog.Listed().Where(entry => entry.InSitemap)];
        var all = pages.ToDictionary(page => page.Path, StringComparer.Ordinal);
        _pages = all.Where(page => page.Value is { Hidden: false, InSitemap: true } && !SourceRoles.IsNotFound(page.Value.Source))
            .ToDictionary(StringComparer.Ordinal);
        _listings =
        [
            .. listingPaths.Where(path => !files.Contains(UrlPath.ToFile(path)) && !all.ContainsKey(path))
                .Concat(_pages.Keys)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
        _translations = TranslationsOf(_posts.Concat(_pages.Values), settings);
    }

    /// <summary>The files of the sitemap; none for a site that cannot make absolute links, or has no pages.</summary>
    /// <param name="settings">Name the site's address and the order of its languages.</param>
    /// <param name="catalog">The posts: those that are listed and say nothing against it.</param>
    /// <param name="listingPaths">The other pages, as paths of the site, in any order: <c>/</c>, <c>/ko/</c>. A post that has such a path
    /// goes before.</param>
    /// <param name="common">A hash of the settings.</param>
    /// <param name="hashOf">The hash of an entry.</param>
    /// <param name="pages">The pages that are no posts.</param>
    public static IEnumerable<PlannedFile> Of(
        SiteSettings settings,
        Catalog catalog,
        IEnumerable<string> listingPaths,
        UInt128 common,
        Func<PostEntry, UInt128> hashOf,
        IEnumerable<PostEntry>? pages = null) =>
        settings.HasAbsoluteLinks ? new Sitemap(settings, catalog, listingPaths, common, hashOf, pages ?? []).Files() : [];

    private IEnumerable<PlannedFile> Files()
    {
        if (_posts.Length + _listings.Length <= MaxPages)
            return _posts.Length + _listings.Length == 0 ? [] : [FileOf(new Part(GeneratedName.Sitemap, _listings, _posts))];

        ImmutableArray<Part> parts =
        [
            .. _listings.Chunk(MaxPages).Select((some, place) => new Part(NameOf("pages-", place + 1), [.. some], [])),
            .. _posts.Reverse().Chunk(MaxPages).Select((some, place) => new Part(NameOf("", place + 1), [], [.. some.Reverse()])),
        ];
        return parts.Select(FileOf).Append(
            new PlannedFile(GeneratedName.Sitemap, HashOfIndex(parts), SourceName: null, (_, _, _) => new(Rendered(Index(parts)))));
    }

    private PlannedFile FileOf(Part part) =>
        new(part.Name, HashOf(part), SourceName: null, (_, _, _) => new(Rendered(SitemapWriter.Write(PagesOf(part)))));

    private IEnumerable<SitemapPage> PagesOf(Part part) =>
    [
        .. part.Listings.Select(path => _pages.GetValueOrDefault(path) is { } page
            ? new SitemapPage(_settings.AbsoluteLink(path), page.Updated, AlternatesOf(page))
            : new SitemapPage(_settings.AbsoluteLink(path), null, [])),
        .. part.Posts.Select(entry => new SitemapPage(_settings.AbsoluteLink(entry.Path), ChangedAt(entry), AlternatesOf(entry))),
    ];

    private ImmutableArray<SitemapAlternate> AlternatesOf(PostEntry post) => !_translations.TryGetValue(post.Path, out var translations)
        ? []
        :
        [
            .. translations.Select(entry => new SitemapAlternate(entry.Lang, _settings.AbsoluteLink(entry.Path))),
            new(SitemapAlternate.Default, _settings.AbsoluteLink(_settings.ForOthers(translations, entry => entry.Lang).Path)),
        ];

    /// <summary>
    /// The posts that are translations of each other, by path. They hold for all of them alike, since search engines believe a
    /// link only if the other page has it too; so of two posts in one language only the first counts.
    /// </summary>
    private static Dictionary<string, ImmutableArray<PostEntry>> TranslationsOf(IEnumerable<PostEntry> posts, SiteSettings settings)
    {
        var found = new Dictionary<string, ImmutableArray<PostEntry>>(StringComparer.Ordinal);
        foreach (var group in posts.Where(entry => entry.PageId is not null).GroupBy(entry => entry.PageId, StringComparer.Ordinal))
        {
            var inLanguages = group.DistinctBy(entry => entry.Lang).OrderBy(entry => entry.Lang, StringComparer.Ordinal)
                .Take(Limits.Translations);
            var translations = settings.InOrder(inLanguages, entry => entry.Lang);
            foreach (var entry in translations.Length < 2 ? [] : translations)
                found.Add(entry.Path, translations);
        }

        return found;
    }

    private byte[] Index(ImmutableArray<Part> parts) => GeneratedXml.Of(writer =>
    {
        writer.WriteStartElement("sitemapindex", SitemapPage.Namespace);
        foreach (var part in parts)
        {
            writer.WriteStartElement("sitemap", SitemapPage.Namespace);
            writer.WriteElementString("loc", SitemapPage.Namespace, _settings.AbsoluteLink("/" + part.Name));
            if (LastChangeOf(part) is { } changed)
                writer.WriteElementString("lastmod", SitemapPage.Namespace, PageVariables.Iso(changed));
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    });

    private UInt128 HashOf(Part part)
    {
        var hash = new HashBuilder();
        hash.Add(_common);
        foreach (var path in part.Listings)
            hash.Add(path);
        foreach (var post in part.Posts.Concat(part.Listings.Select(path => _pages.GetValueOrDefault(path)).OfType<PostEntry>()))
        {
            hash.Add(_hashOf(post));
            foreach (var other in _translations.GetValueOrDefault(post.Path, []))
            {
                hash.Add(other.Lang);
                hash.Add(other.Path);
            }
        }

        return hash.ToHash();
    }

    private UInt128 HashOfIndex(ImmutableArray<Part> parts)
    {
        var hash = new HashBuilder();
        hash.Add(_common);
        foreach (var part in parts)
        {
            hash.Add(part.Name);
            hash.Add(LastChangeOf(part) ?? default);
        }

        return hash.ToHash();
    }

    private static DateTimeOffset? LastChangeOf(Part part) => part.Posts.IsEmpty ? null : part.Posts.Max(ChangedAt);

    private static DateTimeOffset ChangedAt(PostEntry entry) => entry.Updated ?? entry.Date;

    private static string NameOf(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"sitemap-{kind}{number}.xml");

    private static RenderedFile Rendered(byte[] bytes) => new(PublicFiles.GeneratedOf(bytes, MediaTypes.Of(GeneratedName.Sitemap)));

    /// <summary>A file of the sitemap, and what stands in it.</summary>
    private sealed record Part(string Name, ImmutableArray<string> Listings, ImmutableArray<PostEntry> Posts);
}
