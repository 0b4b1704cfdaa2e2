using System.Collections.Immutable;

namespace Press;

/// <summary>
/// What the site is to be: which posts and files it has, at which URLs and in which context. It follows from summaries alone, so
/// that neither a post's body nor a page is needed for it.
/// </summary>
internal sealed class SitePlan
{
    private const int MostRelated = 3;

    private readonly SiteSettings _settings;
    private readonly ImmutableDictionary<string, ImmutableArray<string?>> _targets;
    private readonly Dictionary<string, PostEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UInt128> _entryHashes = new(StringComparer.Ordinal);
    private readonly RelatedPosts _related;
    private readonly NameLinks _names;
    private readonly Catalog _pages;
    private readonly FeedSelection _feeds;
    private readonly SeriesPosts _series;
    private readonly ImmutableArray<string> _languages;

    private readonly ReservedFiles _reserved;

    private SitePlan(Site site, UrlClaims claims, ReservedFiles reserved, ImmutableArray<PostSummary> posts, ImmutableArray<string> assets)
    {
        var settings = _settings = site.Settings;
        _reserved = reserved;
        Posts = posts;
        Pages = [.. posts.Where(post => post.Role is SourceRole.Page)];
        Assets = assets;
        Files = [.. posts.Select(post => UrlPath.ToFile(post.Entry.Path)), .. assets.Select(SourceName.WithoutPostsFolder)];

        // Names and languages do not depend on links, but links on them.
        var names = new PublishedNames(
            site,
            CatalogOf(posts, settings),
            Files,
            assets.Select(SourceName.WithoutPostsFolder),
            claims.Redirects.Select(redirect => UrlPath.ToFile(redirect.Path)));
        var links = new LinkTargets(settings, posts, names);
        _targets = posts.ToImmutableDictionary(post => post.SourceName, links.Of, StringComparer.Ordinal);
        foreach (var post in posts)
        {
            var excerpt = links.ResolveAnywhere(post.Entry.ExcerptHtml, post);
            var isOther = excerpt != post.Entry.ExcerptHtml;
            _entries[post.SourceName] = isOther ? post.Entry with { ExcerptHtml = excerpt } : post.Entry;
            _entryHashes[post.SourceName] = isOther ? HashBuilder.OfAll(post.EntryHash, HashBuilder.Of(excerpt)) : post.EntryHash;
        }

        Redirects = [.. claims.Redirects.Select(redirect => redirect with { Target = _entries[redirect.Target.Source] })];
        Catalog = Catalog.Of(posts.Where(post => post.Role is SourceRole.Post).Select(post => _entries[post.SourceName]), settings.Language);
        _pages = Catalog.Of(Pages.Select(page => _entries[page.SourceName]), settings.Language);
        Menu = SiteMenu.Of(settings, _pages.Entries);
        _related = new RelatedPosts(Catalog);
        _names = new NameLinks(settings, Catalog);
        _feeds = FeedSelection.Of(Catalog, settings);
        _series = new SeriesPosts(posts);
        _languages = [.. settings.InOrder(Catalog.ListedLanguages).Take(Limits.Translations)];
        Diagnostics = DiagnosticCap.OfEach(claims.Diagnostics
                .Concat(new LinkFaults(settings, links, names, site.LayoutIds).Of(posts))
                .Concat(SiteFaults.CopiedPageIds(posts))
                .Concat(SiteFaults.OddSpellings(posts, Catalog)))
            .ToLookup(diagnostic => diagnostic.File, StringComparer.Ordinal);
    }

    /// <summary>All that has a page, posts and <see cref="Pages"/>, by source name (ordinal).</summary>
    public ImmutableArray<PostSummary> Posts { get; }

    /// <summary>The pages that are no posts, by source name (ordinal).</summary>
    public ImmutableArray<PostSummary> Pages { get; }

    /// <summary>The sources that are neither.</summary>
    public ImmutableHashSet<string> Unpublished { get; private init; } = [];

    /// <summary>The pages to which every page leads.</summary>
    public SiteMenu Menu { get; }

    /// <summary>The authors' files that are published as they are, by source name (ordinal).</summary>
    public ImmutableArray<string> Assets { get; }

    /// <summary>The public files that are made of sources.</summary>
    public ImmutableHashSet<string> Files { get; }

    /// <summary>What leads from old paths to posts, by file (ordinal).</summary>
    public ImmutableArray<Redirect> Redirects { get; }

    /// <summary>The posts.</summary>
    public Catalog Catalog { get; }

    /// <summary>The entries of the pages that are no posts.</summary>
    public ImmutableArray<PostEntry> PageEntries => _pages.Entries;

    /// <summary>What is wrong with sources as parts of this site, by source: a URL that another one has, a link that leads nowhere.</summary>
    public ILookup<string, Diagnostic> Diagnostics { get; }

    /// <summary>Plans a site.</summary>
    /// <param name="summaries">All posts and pages; those that are public now get a page.</param>
    /// <param name="assets">The files that may be published as they are.</param>
    /// <param name="site">What pages are made with.</param>
    /// <param name="now">The moment for which it is planned.</param>
    /// <param name="isWanted">Whether it may have a page; null if all may.</param>
    public static SitePlan Of(
        IReadOnlyCollection<PostSummary> summaries,
        IReadOnlyCollection<string> assets,
        Site site,
        DateTimeOffset now,
        Func<PostSummary, bool>? isWanted = null)
    {
        var settings = site.Settings;
        var hasPostsFolder = summaries.Any(post => SourceName.IsInPostsFolder(post.SourceName));
        var all = summaries.Select(post => post.InSite(hasPostsFolder)).ToLookup(post => post.Role is SourceRole.None);
        var posts = all[false].Where(post => post.IsPublic(now, settings) && isWanted?.Invoke(post) is not false).ToList();
        var pages = posts.Where(post => post.Role is SourceRole.Page).Select(post => post.SourceName).ToHashSet(StringComparer.Ordinal);
        var reserved = ReservedFiles.Of(site, CatalogOf(posts, settings));
        while (true)
        {
            var claims = UrlClaims.Settle(posts, assets, reserved);
            ImmutableArray<PostSummary> winners =
                [.. posts.Where(post => claims.Has(post.SourceName, UrlPath.ToFile(post.Entry.Path))).OrderBy(post => post.SourceName, StringComparer.Ordinal)];
            // Without the losers there may be other listings, such as all tags where the site's own language has no posts any more.
            var others = winners.Length == posts.Count ? reserved : reserved.Union(ReservedFiles.Of(site, CatalogOf(winners, settings)));
            if (!others.Names.Any(name => claims.Owners.TryGetValue(name, out var owner) && !(pages.Contains(owner) && others.IsListing(name))) && claims.Redirects.All(redirect => others.Find(UrlPath.ToFile(redirect.Path)) is null))
            {
                claims = claims with { Diagnostics = claims.Diagnostics.AddRange(SiteFaults.KeptBack(all[false], now, settings)).AddRange(SiteFaults.NoLanguage(winners, settings)).AddRange(SiteFaults.Unpublished(all[true].Select(post => post.SourceName))) };
                return new SitePlan(site, claims, others, winners, [.. assets.Where(asset => claims.Has(asset, SourceName.WithoutPostsFolder(asset))).Order(StringComparer.Ordinal)])
                {
                    Unpublished = [.. all[true].Select(post => post.SourceName)],
                };
            }

            reserved = others;
        }
    }

    /// <summary>A hash of an entry of <see cref="Catalog"/>.</summary>
    public UInt128 HashOf(PostEntry entry) => _entryHashes[entry.Source];

    /// <summary>The context of one of the posts.</summary>
    /// <param name="post">The post.</param>
    /// <param name="images">The pictures of the site.</param>
    public PageContext ContextOf(PostSummary post, SiteImages images)
    {
        var entry = _entries[post.SourceName];
        var isPage = post.Role is SourceRole.Page;
        var (newer, older) = isPage ? (null, null) : Catalog.NeighboursOf(entry);
        return new PageContext(
            entry,
            newer is null ? null : PostReference.To(newer),
            older is null ? null : PostReference.To(older),
            [.. _settings.InOrder((isPage ? _pages : Catalog).TranslationsOf(entry), other => other.Lang).Select(PostReference.To)],
            isPage ? [] : [.. _related.Of(entry, MostRelated, [newer, older]).Select(PostReference.To)],
            _names.OfTags(entry),
            _names.OfCategories(entry),
            _feeds.LinksFor(entry.Lang, _settings),
            _targets[post.SourceName],
            [.. post.Images.Select(images.Find).OfType<SiteImage>()])
        {
            Series = _series.Of(post),
            Languages = _languages,
            IsPage = isPage,
        };
    }

    /// <summary>
    /// The smaller versions of a picture that are to be public, each with its number. A file that a source or the site has is theirs, and
    /// one that no store could hold is none.
    /// </summary>
    public IEnumerable<(string File, int Number)> VariantsOf(string source, ImageFacts facts) =>
        facts.Variants
            .Select((variant, number) => (File: variant.FileOf(SourceName.WithoutPostsFolder(source)), number))
            .Where(variant => !Files.Contains(variant.File) && ImageVariant.HasRoom(variant.File) && _reserved.Find(variant.File) is null);

    private static Catalog CatalogOf(IEnumerable<PostSummary> some, SiteSettings settings) =>
        Catalog.Of(some.Where(post => post.Role is SourceRole.Post).Select(post => post.Entry), settings.Language);
}
