using System.Collections.Immutable;

namespace Press;

/// <summary>What layouts see of the site, whatever page they lay out. The names are Jekyll's where Jekyll has one.</summary>
/// <seealso href="https://jekyllrb.com/docs/variables/"/>
internal static class SiteVariables
{
    /// <summary>What a layout sees of a page that has nothing, for trying it out.</summary>
    public static ImmutableDictionary<string, object?> OfNothing { get; } = ImmutableDictionary<string, object?>.Empty
        .Add("site", new Dictionary<string, object?>())
        .Add("labels", Labels.For("en").Words)
        .Add("page", new Dictionary<string, object?> { ["title"] = "A page", ["url"] = "/a.html", ["lang"] = "en" })
        .Add("content", Layouts.Html("<p>text</p>"));

    /// <summary><c>site</c>: all keys of the settings.</summary>
    public static Dictionary<string, object?> OfSettings(SiteSettings settings)
    {
        var variables = (Dictionary<string, object?>)settings.Keys.ToPlain();
        variables["title"] = settings.Title;
        variables["description"] = settings.Description;
        variables["url"] = settings.Url;
        variables["baseurl"] = settings.BaseUrl;
        variables["lang"] = settings.Language;
        variables["author"] = settings.Author;
        return variables;
    }

    /// <summary><c>site</c>, <c>labels</c> and the links that the pages of a language have in common.</summary>
    /// <param name="site">The site.</param>
    /// <param name="language">The language.</param>
    /// <param name="variables">Those of <see cref="OfSettings"/>.</param>
    public static ImmutableDictionary<string, object?> OfLanguage(Site site, string language, Dictionary<string, object?> variables)
    {
        var settings = site.Settings;
        var own = new Dictionary<string, object?>(variables)
        {
            ["title"] = settings.TitleIn(language),
            ["description"] = settings.DescriptionIn(language),
        };
        return ImmutableDictionary<string, object?>.Empty
            .Add("site", LiquidValues.From(own))
            .Add("has_menu", settings.Menu is not null)
            .Add("social", LiquidValues.From(settings.Social
                .Select(link => new Dictionary<string, object?> { ["label"] = link.Label, ["url"] = settings.LinkOf(link.Url) }).ToList()))
            .Add("analytics", settings.Analytics is { } analytics ? Layouts.Html(analytics.ToHtml(language)) : null)
            .Add("labels", Labels.For(language).Words)
            .Add("direction", Layouts.Html(Labels.DirectionOf(language)))
            .Add("stylesheet", site.LinkToAsset("/assets/press.css"))
            .Add("formulas", site.LinkToAsset("/assets/formulas.css"))
            .Add("search_stylesheet", site.LinkToAsset("/assets/search.css"))
            .Add("script", site.LinkToAsset("/assets/press.js"))
            .Add("paper", settings.Look.Light.Paper.ToString())
            .Add("paper_dark", settings.Look.Dark.Paper.ToString())
            .Add("icon", site.LinkToAsset("/" + SiteAssets.Icon))
            .Add("touch_icon", site.Assets.Any(asset => asset.Name == SiteAssets.TouchIcon)
                ? site.LinkToAsset("/" + SiteAssets.TouchIcon)
                : null)
            .Add("manifest", site.LinkToAsset("/" + SiteAssets.Manifest))
            .Add("search_index", settings.Link("/" + GeneratedName.Search))
            .Add("home", settings.Link(ListingPath.OfHome(settings, language)))
            .Add("archive", settings.Link(ListingPath.OfArchive(settings, language)))
            .Add("search", settings.Link(ListingPath.OfSearch(settings, language)));
    }
}
