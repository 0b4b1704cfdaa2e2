using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>What layouts see. The names are Jekyll's where Jekyll has one.</summary>
/// <seealso href="https://jekyllrb.com/docs/variables/"/>
internal static class PageVariables
{
    // Search engines show about as much.
    private const int MaxDescription = 200;

    /// <summary><c>site</c>, <c>labels</c>, <c>theme</c> and <c>home</c>: what the pages of one language have in common.</summary>
    public static ImmutableDictionary<string, object?> OfSite(Site site, string language)
    {
        var settings = site.Settings;
        var variables = (Dictionary<string, object?>)settings.Keys.ToPlain();
        variables["title"] = settings.Title;
        variables["description"] = settings.Description;
        variables["url"] = settings.Url;
        variables["baseurl"] = settings.BaseUrl;
        variables["lang"] = settings.Language;
        variables["author"] = settings.Author;
        return ImmutableDictionary<string, object?>.Empty
            .Add("site", variables)
            .Add("labels", Labels.For(language).ToVariables())
            .Add("stylesheet", site.LinkToAsset("/assets/press.css"))
            .Add("icon", site.LinkToAsset("/assets/icon.svg"))
            .Add("math_renderer", settings.MathRenderer is { } script && script.StartsWith('/') ? settings.Link(script) : settings.MathRenderer)
            .Add("home", settings.Link(settings.PrefixOf(language) + "/"));
    }

    /// <summary><c>page</c> of a post: all keys of its front matter, and what follows from them.</summary>
    public static Dictionary<string, object?> OfPost(Post post, PageContext context, SiteSettings settings)
    {
        var entry = context.Entry;
        var images = new SiteImages(settings, context.Images);
        var page = (Dictionary<string, object?>)post.FrontMatter.Keys.ToPlain();
        foreach (var (name, value) in OfEntry(entry, settings, images))
            page[name] = value;

        page["next"] = context.Newer is { } newer ? OfEntry(newer, settings, images) : null;
        page["previous"] = context.Older is { } older ? OfEntry(older, settings, images) : null;
        page["translations"] = context.Translations.Select(other => Language(other.Lang, settings.Link(other.Path), other.Url)).ToList();
        page["canonical"] = entry.Url;
        page["description"] = post.FrontMatter.Description ?? TextCut.At(entry.Excerpt, MaxDescription);
        page["headings"] = post.Headings.Select(heading => new Dictionary<string, object?> { ["level"] = heading.Level, ["id"] = heading.Id, ["text"] = heading.Text }).ToList();
        page["math"] = post.HasMath;
        page["layout"] = post.FrontMatter.Layout;
        return page;
    }

    /// <summary>A post in a listing.</summary>
    /// <param name="entry">The post.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="images">The pictures of its card and its excerpt, as far as anything is known of them.</param>
    public static Dictionary<string, object?> OfEntry(PostEntry entry, SiteSettings settings, SiteImages images) => new()
    {
        ["id"] = entry.Id,
        ["title"] = entry.Title,
        ["url"] = settings.Link(entry.Path),
        ["slug"] = entry.Slug,
        ["lang"] = entry.Lang,
        ["date"] = entry.Date,
        ["date_iso"] = Layouts.Html(Iso(entry.Date)),
        ["date_text"] = Labels.For(entry.Lang).Date(entry.Date),
        ["last_modified_at"] = entry.Updated,
        ["excerpt"] = Layouts.Html(ImageTags.Dress(entry.ExcerptHtml, images, firstIsInView: false)),
        ["tags"] = entry.Tags,
        ["categories"] = entry.Categories,
        ["featured"] = entry.Featured,
        ["hidden"] = entry.Hidden,
        ["image"] = settings.WithoutHost(entry.Image),
        ["thumbnail"] = settings.WithoutHost(entry.Thumbnail),
        ["hero"] = Image(settings.WithoutHost(entry.Image), images),
        ["card"] = Image(settings.WithoutHost(entry.Thumbnail), images),
        ["author"] = entry.Author,
        ["page_id"] = entry.PageId,
        ["words"] = entry.WordCount,
        ["minutes"] = entry.ReadingMinutes,
    };

    /// <summary>A language that a reader can switch to.</summary>
    public static Dictionary<string, object?> Language(string language, string link, string absoluteLink) => new()
    {
        ["lang"] = language,
        ["name"] = Labels.NameOf(language),
        ["url"] = link,
        ["absolute_url"] = absoluteLink,
    };

    /// <summary>An image with <c>src</c>, <c>srcset</c> (nil without smaller versions), <c>width</c> and <c>height</c> (nil of a picture that is not the site's); nil if there is none.</summary>
    private static Dictionary<string, object?>? Image(string? link, SiteImages images) => link is null ? null : new()
    {
        ["src"] = link,
        ["srcset"] = images.SourceSetOf(link),
        ["width"] = images.At(link)?.Facts.Width,
        ["height"] = images.At(link)?.Facts.Height,
    };

    private static string Iso(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
