using System.Collections.Immutable;

namespace Press;

/// <summary>Lays out the pages of a site: each post in its context, and the home page of each language.</summary>
/// <param name="site">What pages are made with.</param>
/// <param name="catalog">The posts that there are.</param>
/// <param name="images">The pictures that listings show.</param>
internal sealed class PageComposer(Site site, Catalog catalog, SiteImages images)
{
    private readonly Dictionary<string, ImmutableDictionary<string, object?>> _siteVariables =
        catalog.Languages.Append(site.Settings.Language).Distinct(StringComparer.Ordinal).ToDictionary(language => language, language => PageVariables.OfSite(site, language), StringComparer.Ordinal);

    /// <summary>The page of a post whose links are resolved.</summary>
    public Page LayOut(Post post, PageContext context, DiagnosticBag diagnostics)
    {
        var layout = post.FrontMatter.Layout ?? Layouts.Post;
        if (!site.Layouts.Has(layout))
        {
            diagnostics.Add(DiagnosticRules.UnknownLayout, post.FrontMatter.PositionOf("layout"), $"there is no layout '{layout}'; the page has the layout '{Layouts.Post}'. Write {Layouts.Folder}{layout}.html, or name another one.");
            layout = Layouts.Post;
        }

        var variables = _siteVariables[post.Language]
            .Add("page", PageVariables.OfPost(post, context, site.Settings))
            .Add("content", Layouts.Html(post.Html));
        return new Page(post.Path, site.Layouts.Render(layout, variables, diagnostics), post.SourceName);
    }

    /// <summary>The home pages: <c>/</c> for the default language, <c>/ko/</c> for another. A site without posts in its default language shows all at <c>/</c>.</summary>
    public IEnumerable<Page> LayOutHomes(DiagnosticBag diagnostics)
    {
        var languages = site.Settings.InOrder(catalog.Languages.Where(language => catalog.Listed(language).Any()));
        return languages.Append(site.Settings.Language).Distinct(StringComparer.Ordinal).Select(language => LayOutHome(language, languages, diagnostics));
    }

    private Page LayOutHome(string language, ImmutableArray<string> languages, DiagnosticBag diagnostics)
    {
        var settings = site.Settings;
        var posts = catalog.Listed(languages.Contains(language) ? language : null).ToList();
        var path = settings.PrefixOf(language) + "/";
        var page = new Dictionary<string, object?>
        {
            ["lang"] = language,
            ["url"] = settings.Link(path),
            ["canonical"] = settings.AbsoluteLink(path),
            ["description"] = settings.Description,
            ["featured"] = posts.Where(post => post.Featured).Select(post => PageVariables.OfEntry(post, settings, images)).ToList(),
            ["posts"] = posts.Select(post => PageVariables.OfEntry(post, settings, images)).ToList(),
            ["translations"] = languages.Where(other => other != language).Select(HomeOf).ToList(),
        };
        return new Page(path, site.Layouts.Render(Layouts.Home, _siteVariables[language].Add("page", page), diagnostics), SourceName: null);
    }

    private Dictionary<string, object?> HomeOf(string language)
    {
        var path = site.Settings.PrefixOf(language) + "/";
        return PageVariables.Language(language, site.Settings.Link(path), site.Settings.AbsoluteLink(path));
    }
}
