using System.Collections.Immutable;

namespace Press;

/// <summary>
/// What the site is to be: which posts and files it has, at which URLs and in which context. It follows from summaries alone, so
/// that neither a post's body nor a page is needed for it.
/// </summary>
internal sealed class SitePlan
{
    private readonly SiteSettings _settings;
    private readonly ImmutableDictionary<string, ImmutableArray<string?>> _targets;
    private readonly ImmutableDictionary<string, PostEntry> _entries;

    private SitePlan(SiteSettings settings, UrlClaims claims, ImmutableArray<PostSummary> posts, ImmutableArray<string> assets)
    {
        _settings = settings;
        Posts = posts;
        Assets = assets;
        Files = [.. posts.Select(post => UrlPath.ToFile(post.Entry.Path)), .. assets.Select(SourceName.WithoutPostsFolder)];

        var links = new LinkTargets(posts);
        _targets = posts.ToImmutableDictionary(post => post.SourceName, links.Of, StringComparer.Ordinal);
        _entries = posts.ToImmutableDictionary(post => post.SourceName, EntryOf, StringComparer.Ordinal);
        Catalog = Catalog.Of(_entries.Values, settings.Language);
        Diagnostics = claims.Diagnostics.Concat(posts.SelectMany(links.DeadLinksOf)).ToLookup(diagnostic => diagnostic.File, StringComparer.Ordinal);
    }

    /// <summary>The posts that have a page, by source name (ordinal).</summary>
    public ImmutableArray<PostSummary> Posts { get; }

    /// <summary>The authors' files that are published as they are, by source name (ordinal).</summary>
    public ImmutableArray<string> Assets { get; }

    /// <summary>The public files that are made of sources.</summary>
    public ImmutableHashSet<string> Files { get; }

    public Catalog Catalog { get; }

    /// <summary>What is wrong with sources as parts of this site, by source: a URL that another one has, a link that leads nowhere.</summary>
    public ILookup<string, Diagnostic> Diagnostics { get; }

    /// <summary>Plans a site of these posts, all of which are public now, and these files.</summary>
    public static SitePlan Of(IReadOnlyCollection<PostSummary> posts, IReadOnlyCollection<string> assets, SiteSettings settings)
    {
        var claims = UrlClaims.Settle(posts, assets);
        return new SitePlan(
            settings,
            claims,
            [.. posts.Where(post => claims.Has(post.SourceName, UrlPath.ToFile(post.Entry.Path))).OrderBy(post => post.SourceName, StringComparer.Ordinal)],
            [.. assets.Where(asset => claims.Has(asset, SourceName.WithoutPostsFolder(asset))).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The context of one of the posts.</summary>
    /// <param name="post">The post.</param>
    /// <param name="images">The pictures of the site.</param>
    public PageContext ContextOf(PostSummary post, SiteImages images)
    {
        var entry = _entries[post.SourceName];
        var (newer, older) = Catalog.NeighboursOf(entry);
        return new PageContext(entry, newer, older, _settings.InOrder(Catalog.TranslationsOf(entry), other => other.Lang), _targets[post.SourceName], ImagesOf(post, newer, older, images));
    }

    private ImmutableArray<SiteImage> ImagesOf(PostSummary post, PostEntry? newer, PostEntry? older, SiteImages images)
    {
        var files = post.Images.AsEnumerable();
        foreach (var neighbour in new[] { newer, older }.OfType<PostEntry>())
            files = files.Concat(PostSummary.ImagesOf(neighbour, _settings));
        return [.. files.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(images.Find).OfType<SiteImage>()];
    }

    private PostEntry EntryOf(PostSummary post) =>
        post.Entry with { ExcerptHtml = LinkTargets.Resolve(post.Entry.ExcerptHtml, post.SourceLinks, _targets[post.SourceName], _settings) };
}
