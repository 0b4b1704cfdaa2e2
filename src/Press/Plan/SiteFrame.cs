using System.Collections.Immutable;

namespace Press;

/// <summary>
/// All of a plan that follows from where sources stand, and not from their texts: who has which public file, which lists there are, what
/// stands beside what. Plans that differ in texts alone have the same one.
/// </summary>
internal sealed class SiteFrame
{
    private readonly NameLinks _names;
    private readonly HashSet<string> _assets;

    /// <param name="site">What pages are made with.</param>
    /// <param name="claims">Who has which file.</param>
    /// <param name="reserved">The site's own files.</param>
    /// <param name="posts">The posts and pages that have a file, by source name (ordinal).</param>
    /// <param name="assets">The files that are published as they are, likewise.</param>
    public SiteFrame(Site site, UrlClaims claims, ReservedFiles reserved, ImmutableArray<PostSummary> posts, ImmutableArray<string> assets)
    {
        (Site, Redirects, Reserved, Assets) = (site, claims.Redirects, reserved, assets);
        _assets = assets.ToHashSet(StringComparer.Ordinal);
        Files = [.. posts.Select(post => UrlPath.ToFile(post.Entry.Path)), .. assets.Select(SourceName.WithoutPostsFolder)];
        Places = new PostPlaces(posts);

        var catalog = CatalogOf(posts, site.Settings);
        Names = new PublishedNames(
            site, catalog, Files, assets.Select(SourceName.WithoutPostsFolder), claims.Redirects.Select(
                redirect => UrlPath.ToFile(redirect.Path)));
        NearMisses = new NearMisses(site.Settings, Names, Places);
        _names = new NameLinks(site, catalog);
        Languages = [.. site.Settings.InOrder(catalog.ListedLanguages).Take(Limits.Translations)];
        OfUrls = claims.Diagnostics;
        OfNames = SiteFaults.CopiedPageIds(posts).Concat(SiteFaults.OddSpellings(posts, catalog))
            .Concat(SiteFaults.UnknownAuthors(posts, site.Authors))
            .ToLookup(found => found.File, StringComparer.Ordinal);
    }

    public Site Site { get; }

    /// <summary>The site's own files.</summary>
    public ReservedFiles Reserved { get; }

    /// <summary>The authors' files that are published as they are, by source name (ordinal).</summary>
    public ImmutableArray<string> Assets { get; }

    /// <summary>The public files that are made of sources.</summary>
    public ImmutableHashSet<string> Files { get; }

    /// <summary>What leads from old paths to posts, by file (ordinal). Their entries are those that the frame was made from.</summary>
    public ImmutableArray<Redirect> Redirects { get; }

    /// <summary>Where the posts are found.</summary>
    public PostPlaces Places { get; }

    /// <summary>The names of all public files.</summary>
    public PublishedNames Names { get; }

    /// <summary>What dead links may mean.</summary>
    public NearMisses NearMisses { get; }

    /// <summary>The languages that have a home page, in the order in which the site offers them.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>What is wrong with URLs: another source has it.</summary>
    public ImmutableArray<Diagnostic> OfUrls { get; }

    /// <summary>What is wrong with names: an id that two posts have, a tag in two spellings; by source.</summary>
    public ILookup<string, Diagnostic> OfNames { get; }

    /// <summary>Follows the links of posts, which stand where those of this frame do.</summary>
    public LinkFollower LinksOf(ImmutableArray<PostSummary> posts)
    {
        var targets = new LinkTargets(Site.Settings, posts, Places, Names);
        return new LinkFollower(targets, new LinkFaults(Site.Settings, targets, Names, Site.LayoutIds));
    }

    /// <summary>Whether a source is one of <see cref="Assets"/>.</summary>
    public bool HasAsset(string source) => _assets.Contains(source);

    /// <summary>The tags of a post, and where the listing of each is.</summary>
    public ImmutableArray<NameLink> TagsOf(PostEntry entry) => _names.OfTags(entry);

    /// <summary>Its categories likewise.</summary>
    public ImmutableArray<NameLink> CategoriesOf(PostEntry entry) => _names.OfCategories(entry);

    /// <summary>Its authors, and where the page of each is.</summary>
    public ImmutableArray<AuthorLink> AuthorsOf(PostEntry entry) => _names.OfAuthors(entry);

    /// <summary>The catalog of the posts among these, as their summaries have them.</summary>
    public static Catalog CatalogOf(IEnumerable<PostSummary> some, SiteSettings settings) =>
        Catalog.Of(some.Where(post => post.Role is SourceRole.Post).Select(post => post.Entry), settings.Language);
}
