using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Lays out the pages of a site: each post in its context, the listings, and what leads from old paths to new ones.</summary>
/// <param name="site">Settings and layouts.</param>
/// <param name="catalog">The posts that listings show.</param>
/// <param name="images">The pictures that listings show.</param>
/// <param name="trustsHtml">The operator's word that authors' scripts may run; then nothing in a page forbids them.</param>
internal sealed class PageComposer(Site site, Catalog catalog, SiteImages images, bool trustsHtml)
{
    private readonly Dictionary<string, ImmutableDictionary<string, object?>> _siteVariables =
        catalog.Languages.Append(site.Settings.Language).Distinct(StringComparer.Ordinal).ToDictionary(language => language, language => PageVariables.OfSite(site, language), StringComparer.Ordinal);

    private readonly ConcurrentDictionary<LayoutFault, byte> _faultsOfPosts = new();

    /// <summary>What is wrong with the layouts of the posts that were laid out, once for all posts; by file, line and message.</summary>
    public ImmutableArray<Diagnostic> FaultsOfPosts => DiagnosticsOf(_faultsOfPosts.Keys);

    /// <summary>The page of a post whose links are resolved.</summary>
    /// <param name="post">The post.</param>
    /// <param name="context">What is around it.</param>
    /// <param name="diagnostics">Takes what is wrong with its layout, for the receipt of the post.</param>
    public Page LayOut(Post post, PageContext context, DiagnosticBag diagnostics)
    {
        var layout = post.FrontMatter.Layout ?? Layouts.Post;
        if (!site.Layouts.Has(layout))
        {
            diagnostics.Add(DiagnosticRules.UnknownLayout, post.FrontMatter.PositionOf("layout"), $"there is no layout '{layout}'; the page has the layout '{Layouts.Post}'. Write {Layouts.Folder}{layout}.html, or name another one.");
            layout = Layouts.Post;
        }

        var faults = new List<LayoutFault>();
        var variables = PageVariables.OfPost(post, context, site.Settings);
        var html = Render(layout, post.Language, variables, faults, context.Feeds, Layouts.Html(post.Html), post.HasMath ? site.Settings.MathRenderer : null);
        foreach (var fault in faults)
        {
            diagnostics.Add(DiagnosticRules.LayoutFailed, TextPosition.Start, fault.Message);
            _faultsOfPosts.TryAdd(fault, 0);
        }

        return new Page(post.Path, html, post.SourceName);
    }

    /// <summary>The pages of all listings, and what is wrong with the layouts that they have.</summary>
    public (ImmutableArray<Page> Pages, ImmutableArray<Diagnostic> Diagnostics) LayOut(IEnumerable<Listing> listings)
    {
        var feeds = FeedSelection.Of(catalog, site.Settings);
        var faults = new HashSet<LayoutFault>();
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var listing in listings)
        {
            foreach (var page in listing.Pages())
                pages.Add(new Page(page.Path, Render(listing.Layout, listing.Language, PageVariables.OfListing(listing, page, site.Settings, images), faults, feeds.LinksFor(listing.Language, site.Settings)), SourceName: null));
        }

        return (pages.ToImmutable(), DiagnosticsOf(faults));
    }

    /// <summary>The pages under old paths, which lead to posts, and what is wrong with the layout that they have.</summary>
    public (ImmutableArray<Page> Pages, ImmutableArray<Diagnostic> Diagnostics) LayOut(IEnumerable<Redirect> redirects)
    {
        var faults = new HashSet<LayoutFault>();
        var pages = ImmutableArray.CreateBuilder<Page>();
        foreach (var (path, target) in redirects)
        {
            var page = PageVariables.OfEntry(target, site.Settings, images);
            page["canonical"] = target.Url;
            pages.Add(new Page(path, Render(Layouts.Redirect, target.Lang, page, faults), target.Source));
        }

        return (pages.ToImmutable(), DiagnosticsOf(faults));
    }

    private static ImmutableArray<Diagnostic> DiagnosticsOf(IEnumerable<LayoutFault> faults) =>
    [
        .. faults
            .OrderBy(fault => fault.Place.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Place.Line)
            .ThenBy(fault => fault.Message, StringComparer.Ordinal)
            .Select(fault => fault.ToDiagnostic()),
    ];

    private string Render(
        string layout,
        string language,
        Dictionary<string, object?> page,
        ICollection<LayoutFault> faults,
        ImmutableArray<FeedLink>? feeds = null,
        object? content = null,
        string? mathRenderer = null) =>
        site.Layouts.Render(
            layout,
            _siteVariables[language]
                .Add("page", LiquidValues.From(page))
                .Add("feeds", LiquidValues.From(PageVariables.OfFeeds(feeds ?? [], site.Settings)))
                .Add("content", content)
                .Add("math_renderer", mathRenderer is { } script && script.StartsWith('/') ? site.Settings.Link(script) : mathRenderer)
                .Add("content_security_policy", trustsHtml ? null : Layouts.Html(ContentSecurityPolicy.Of(mathRenderer))),
            PageVariables.MomentOf(page),
            faults);
}
