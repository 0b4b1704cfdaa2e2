using System.Collections.Immutable;

namespace Press;

/// <summary>
/// What the site is to be: which posts and files it has, at which URLs and in which context. It follows from summaries alone, so
/// that neither a post's body nor a page is needed for it.
/// </summary>
internal sealed class SitePlan
{
    // So many texts change at once only when the whole site does, and then all of it is planned anew.
    private const int MostChanged = 64;

    private readonly PlanSources _sources;
    private readonly Catalog _pages;
    private readonly SeriesPosts _series;

    private SitePlan(
        PlanSources sources, SiteFrame frame, ImmutableArray<LinkedPost> linked, Catalog catalog, Catalog pages, PlanDiagnostics? before)
    {
        (_sources, Frame, Linked, Catalog, _pages) = (sources, frame, linked, catalog, pages);
        Posts = [.. linked.Select(post => post.Summary)];
        Unpublished = [.. sources.Unpublished];
        Pages = [.. Posts.Where(post => post.Role is SourceRole.Page)];
        Redirects = [.. frame.Redirects.Select(redirect => redirect with { Target = EntryOf(redirect.Target.Source) })];
        Menu = SiteMenu.Of(Settings, pages.Entries);
        Feeds = FeedSelection.Of(catalog, Settings);
        _series = new SeriesPosts(Posts);
        var found = frame.OfUrls
            .Concat(SiteFaults.KeptBack(sources.Candidates, sources.Moment, Settings))
            .Concat(SiteFaults.NoLanguage(Posts, Settings))
            .Concat(SiteFaults.Unpublished(sources.Unpublished));
        Diagnostics = new PlanDiagnostics(found, frame, linked, before);
    }

    /// <summary>What does not follow from texts.</summary>
    public SiteFrame Frame { get; }

    /// <summary>All that has a page, posts and <see cref="Pages"/>, by source name (ordinal).</summary>
    public ImmutableArray<PostSummary> Posts { get; }

    /// <summary>The same, with their links followed.</summary>
    public ImmutableArray<LinkedPost> Linked { get; }

    /// <summary>The pages that are no posts, by source name (ordinal).</summary>
    public ImmutableArray<PostSummary> Pages { get; }

    /// <summary>The sources that are neither.</summary>
    public ImmutableHashSet<string> Unpublished { get; }

    /// <summary>The pages to which every page leads.</summary>
    public SiteMenu Menu { get; }

    /// <summary>Which feeds there are.</summary>
    public FeedSelection Feeds { get; }

    /// <summary>The authors' files that are published as they are, by source name (ordinal).</summary>
    public ImmutableArray<string> Assets => Frame.Assets;

    /// <summary>The public files that are made of sources.</summary>
    public ImmutableHashSet<string> Files => Frame.Files;

    /// <summary>What leads from old paths to posts, by file (ordinal).</summary>
    public ImmutableArray<Redirect> Redirects { get; }

    /// <summary>The posts.</summary>
    public Catalog Catalog { get; }

    /// <summary>The entries of the pages that are no posts.</summary>
    public ImmutableArray<PostEntry> PageEntries => _pages.Entries;

    /// <summary>What is wrong with sources as parts of this site.</summary>
    public PlanDiagnostics Diagnostics { get; }

    private SiteSettings Settings => Frame.Site.Settings;

    /// <summary>Plans a site.</summary>
    /// <param name="summaries">All posts and pages; those that are public now get a page.</param>
    /// <param name="assets">The files that may be published as they are.</param>
    /// <param name="site">What pages are made with.</param>
    /// <param name="now">The moment for which it is planned.</param>
    /// <param name="isWanted">Whether it may have a page; null if all may.</param>
    /// <param name="before">An earlier plan. If texts alone have changed since, all else is taken from it; the result is the same.</param>
    public static SitePlan Of(
        IEnumerable<PostSummary> summaries,
        IEnumerable<string> assets,
        Site site,
        DateTimeOffset now,
        Func<PostSummary, bool>? isWanted = null,
        SitePlan? before = null)
    {
        var sources = PlanSources.Of(summaries, assets, site, now, isWanted, before?._sources);
        return before is not null && sources.TextsSince(before._sources) is { Length: <= MostChanged } changed
            ? before.WithTexts(sources, [.. changed.Where(post => before.Frame.Places.Has(post.SourceName))])
            : Whole(sources);
    }

    /// <summary>A hash of an entry of <see cref="Catalog"/>.</summary>
    public UInt128 HashOf(PostEntry entry) => LinkedOf(entry.Source).EntryHash;

    /// <summary>Where a source stands in <see cref="Posts"/>; it must have a page.</summary>
    public int PlaceOf(string source) => Frame.Places.Of(source);

    /// <summary>A post, with its links followed.</summary>
    public LinkedPost LinkedOf(string source) => Linked[PlaceOf(source)];

    /// <summary>The places of the posts and pages whose pages may name one of these.</summary>
    public IEnumerable<int> PlacesNaming(PostSummary post)
    {
        var entry = EntryOf(post.SourceName);
        var near = post.Role is SourceRole.Page ? _pages.TranslationsOf(entry) : Catalog.MayName(entry);
        return near.Select(other => PlaceOf(other.Source))
            .Concat(_series.Of(post).Select(other => Frame.Places.OfFile(UrlPath.ToFile(other.Path))).OfType<int>());
    }

    /// <summary>The context of one of the posts.</summary>
    /// <param name="post">The post.</param>
    /// <param name="images">The pictures of the site.</param>
    public PageContext ContextOf(PostSummary post, SiteImages images)
    {
        var linked = LinkedOf(post.SourceName);
        var entry = linked.Entry;
        var isPage = post.Role is SourceRole.Page;
        var authors = isPage ? [] : Frame.AuthorsOf(entry);
        var pictures = authors.Select(author => Settings.FileOf(Settings.LinkOf(author.Data?.Picture))).OfType<string>();
        var (newer, older) = isPage ? (null, null) : Catalog.NeighboursOf(entry);
        return new PageContext(
            entry,
            newer is null ? null : PostReference.To(newer),
            older is null ? null : PostReference.To(older),
            [.. Settings.InOrder((isPage ? _pages : Catalog).TranslationsOf(entry), other => other.Lang).Select(PostReference.To)],
            isPage ? [] : [.. Catalog.RelatedTo(entry).Select(PostReference.To)],
            Frame.TagsOf(entry),
            Frame.CategoriesOf(entry),
            Feeds.LinksFor(entry.Lang),
            linked.Targets,
            [.. post.Images.Concat(pictures).Distinct(StringComparer.Ordinal).Select(images.Find).OfType<SiteImage>()])
        {
            Authors = authors,
            Series = _series.Of(post),
            Languages = Frame.Languages,
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
            .Where(variant =>
                !Files.Contains(variant.File)
                && ImageVariant.HasRoom(variant.File)
                && Frame.Reserved.Find(variant.File) is null);

    private PostEntry EntryOf(string source) => LinkedOf(source).Entry;

    private static SitePlan Whole(PlanSources sources)
    {
        var site = sources.Site;
        var all = sources.Public();
        var (claims, reserved) = SettledUrls.Of(all, sources.Assets, site);
        ImmutableArray<PostSummary> posts = [.. all.Where(post => claims.Has(post.SourceName, UrlPath.ToFile(post.Entry.Path)))];
        var assets = sources.Assets.Where(asset => claims.Has(asset, SourceName.WithoutPostsFolder(asset))).Order(StringComparer.Ordinal);
        var frame = new SiteFrame(site, claims, reserved, posts, [.. assets]);
        var links = frame.LinksOf(posts);
        ImmutableArray<LinkedPost> linked = [.. posts.Select(links.Follow)];
        return new SitePlan(sources, frame, linked, CatalogOf(SourceRole.Post), CatalogOf(SourceRole.Page), before: null);

        Catalog CatalogOf(SourceRole role) =>
            Catalog.Of(linked.Where(post => post.Summary.Role == role).Select(post => post.Entry), site.Settings.Language);
    }

    /// <summary>The plan with other texts of some posts.</summary>
    private SitePlan WithTexts(PlanSources sources, IReadOnlyCollection<PostSummary> changed)
    {
        var posts = Posts.ToBuilder();
        foreach (var post in changed)
            posts[PlaceOf(post.SourceName)] = post;
        var links = Frame.LinksOf(posts.ToImmutable());
        var linked = Linked.ToBuilder();
        foreach (var post in changed)
            linked[PlaceOf(post.SourceName)] = links.Follow(post);
        // A link into a page follows from what that page has.
        if (changed.Any(post => Posts[PlaceOf(post.SourceName)].Anchors != post.Anchors))
        {
            for (var place = 0; place < linked.Count; place++)
                linked[place] = links.FollowAgain(linked[place]);
        }

        var (catalog, pages) = (Catalog.WithTexts(EntriesOf(SourceRole.Post)), _pages.WithTexts(EntriesOf(SourceRole.Page)));
        return new SitePlan(sources, Frame, linked.ToImmutable(), catalog, pages, Diagnostics);

        List<PostEntry> EntriesOf(SourceRole role) =>
            [.. changed.Where(post => post.Role == role).Select(post => linked[PlaceOf(post.SourceName)].Entry)];
    }
}
