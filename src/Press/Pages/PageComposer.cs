using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Fluid.Values;

namespace Press;

/// <summary>Lays out pages: a post in its context, a page of a listing, and what leads from an old path to a new one.</summary>
/// <param name="site">Settings and layouts.</param>
/// <param name="images">The pictures that listings show.</param>
/// <param name="menu">The pages to which every page leads.</param>
/// <param name="trustsHtml">The operator's word that authors' scripts may run; then nothing in a page forbids them.</param>
/// <param name="catalog">All posts, for layouts that show them.</param>
/// <param name="pages">All pages that are none, likewise.</param>
internal sealed class PageComposer(
    Site site, SiteImages images, SiteMenu menu, bool trustsHtml, Catalog catalog, ImmutableArray<PostEntry> pages)
{
    private const string Paginator = "paginator";

    private static readonly Dictionary<string, object?> Environment = new() { ["environment"] = "production", ["version"] = "4.3.1" };

    private readonly Lazy<Dictionary<string, object?>> _settings = new(() => SiteVariables.OfSettings(site.Settings));
    // What of 'site' the site's own layouts see, and what of that follows from all posts: only few layouts ask for it.
    private readonly Lazy<Dictionary<string, object?>> _own = new(() => JekyllVariables.OfSite(site.Settings, site.Templates));
    private readonly Lazy<Dictionary<string, object?>> _posts = new(() => JekyllVariables.OfPosts(catalog, pages, site.Settings, images));
    private readonly ConcurrentDictionary<(bool WithPosts, string? Language), FluidValue> _ownSite = new();
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, object?>> _siteVariables = new(StringComparer.Ordinal);

    /// <summary>The layout of a post or page: the one that it names, if there is such a one.</summary>
    public static string LayoutOf(string? named, bool isPage, Layouts layouts) =>
        named is not null && layouts.Has(named) ? named : isPage ? Layouts.Page : Layouts.Post;

    /// <summary>The page of a post whose links are resolved.</summary>
    /// <param name="post">The post.</param>
    /// <param name="context">What is around it.</param>
    /// <param name="place">The listing in whose place a page stands that is no post; null for none.</param>
    public RenderedFile LayOut(Post post, PageContext context, ListingPlace? place = null)
    {
        var diagnostics = new DiagnosticBag(post.SourceName);
        var named = post.FrontMatter.Layout;
        var layout = LayoutOf(named, context.IsPage, site.Layouts);
        if (named is not null && layout != named)
        {
            var message =
                $"there is no layout '{named}'; the page has the layout '{layout}'. "
                    + $"Write {SourceName.LayoutsFolder}{named}.html, or name another one.";
            diagnostics.Add(DiagnosticRules.UnknownLayout, post.FrontMatter.PositionOf("layout"), message);
        }

        var faults = new HashSet<LayoutFault>();
        var variables = PageVariables.OfPost(post, context, site.Settings);
        if (context.IsPage)
            variables = PlainPage.Of(
                variables, context.Entry, place is null ? null : PageVariables.OfListing(place.Listing, place.Page, site.Settings, images));
        var renderer = post.HasMath ? site.Settings.MathRenderer : null;
        var comments = context.IsPage || post.FrontMatter.Keys.Entries.Any(IsWithoutComments) ? null : site.Settings.Comments;
        var html = Render(
            layout, post.Language, variables, faults, context.Feeds, new PageBody(Layouts.Html(post.Html), renderer, comments));
        // The script reads the whole page: titles, tags and names too.
        if (renderer is not null && !trustsHtml)
            html = TexCommands.Disarm(html, out _);
        return ToFile(html, faults) with { Diagnostics = [.. diagnostics.ToImmutable(), .. post.FoundWithLists], Post = post };
    }

    /// <summary>What the Liquid of a page sees of all posts.</summary>
    /// <param name="place">The listing in whose place it stands; null for none.</param>
    public PageLists ListsFor(ListingPlace? place) => new(
        _posts.Value,
        place is null ? null : JekyllVariables.OfPaginator(place.Listing, place.Page, site.Settings, images));

    /// <summary>A page of a listing.</summary>
    /// <param name="listing">The listing.</param>
    /// <param name="page">Which of its pages.</param>
    /// <param name="feeds">The feeds that its readers may follow.</param>
    public RenderedFile LayOut(Listing listing, ListingPage page, ImmutableArray<FeedLink> feeds)
    {
        var faults = new HashSet<LayoutFault>();
        var variables = PageVariables.OfListing(listing, page, site.Settings, images);
        if (site.Layouts.Mentions(listing.Layout, Paginator))
            variables[Paginator] = JekyllVariables.OfPaginator(listing, page, site.Settings, images);
        return ToFile(Render(listing.Layout, listing.Language, variables, faults, feeds), faults);
    }

    /// <summary>The page under an old path, which leads to a post.</summary>
    public RenderedFile LayOut(Redirect redirect)
    {
        var faults = new HashSet<LayoutFault>();
        var page = PageVariables.OfEntry(redirect.Target, site.Settings, images);
        page["canonical"] = redirect.Target.Url;
        return ToFile(Render(Layouts.Redirect, redirect.Target.Lang, page, faults), faults);
    }

    // Where the site's own layouts lead in each language; null unless the site is one for polyglot.
    private readonly LanguageLinks? _languageLinks = LanguageLinks.Of(
        site.Settings, catalog.ListedLanguages, pages.Select(page => page.Path));

    private List<Dictionary<string, object?>> MenuFor(string language) =>
        [.. menu.For(language).Select(item => new Dictionary<string, object?> { ["title"] = item.Title, ["url"] = item.Url })];

    private static RenderedFile ToFile(string html, IEnumerable<LayoutFault> faults) =>
        new(PublicFiles.PageOf(Encoding.UTF8.GetBytes(html))) { LayoutFaults = [.. faults] };

    private string Render(
        string layout,
        string language,
        Dictionary<string, object?> page,
        ICollection<LayoutFault> faults,
        ImmutableArray<FeedLink>? feeds = null,
        PageBody? body = null)
    {
        var common = _siteVariables.GetOrAdd(language, language => SiteVariables.OfLanguage(site, language, _settings.Value));
        var isOwn = site.Settings.IsJekyllSite && site.Layouts.IsOwn(layout);
        if (isOwn || site.Layouts.UsesAllPosts(layout))
            common = common.SetItem("site", OwnSite(site.Layouts.UsesAllPosts(layout), language)).SetItem("jekyll", Environment);
        var html = site.Layouts.Render(
            layout,
            common
                .Add("page", LiquidValues.From(isOwn ? JekyllVariables.OfPage(page, site.Settings) : page))
                .Add(Paginator, LiquidValues.From(page.GetValueOrDefault(Paginator)))
                .Add("menu", LiquidValues.From(MenuFor(language)))
                .Add("feeds", LiquidValues.From(PageVariables.OfFeeds(feeds ?? [], site.Settings)))
                .Add("content", body?.Html)
                .Add("comments", body?.Comments is { } comments ? Layouts.Html(comments.ToHtml(language)) : null)
                .Add("math_renderer", body?.MathRenderer is ['/', ..] script ? site.Settings.Link(script) : body?.MathRenderer)
                .Add("content_security_policy", trustsHtml ? null : Layouts.Html(PolicyOf(body))),
            PageVariables.MomentOf(page),
            faults);
        return isOwn && _languageLinks is not null ? _languageLinks.Apply(html, language) : html;
    }

    private FluidValue OwnSite(bool withPosts, string language) =>
        _ownSite.GetOrAdd((withPosts, _languageLinks is null ? null : language), key => MakeOwnSite(key.WithPosts, key.Language));

    private FluidValue MakeOwnSite(bool withPosts, string? language)
    {
        var values = new Dictionary<string, object?>(_own.Value, StringComparer.Ordinal);
        // polyglot's name for the language that is being made.
        if (language is not null)
            values["active_lang"] = language;
        if (!withPosts)
            return LiquidValues.From(values);
        foreach (var (name, value) in _posts.Value)
            values[name] = value;
        return LiquidValues.From(values);
    }

    private string PolicyOf(PageBody? body)
    {
        var settings = site.Settings;
        return ContentSecurityPolicy.Of(
            body?.MathRenderer, settings.Sources.With(settings.Analytics?.Sources).With(body?.Comments?.Sources));
    }

    /// <summary><c>comments: false</c>, as Jekyll's themes have it.</summary>
    private static bool IsWithoutComments(YamlEntry entry) =>
        entry is { Key: "comments", Value: YamlScalar value } && KeyReader.BooleanOf(value) is false;

    /// <summary>What only the page of a post or page has.</summary>
    private sealed record PageBody(object Html, string? MathRenderer, EmbeddedScript? Comments);
}
