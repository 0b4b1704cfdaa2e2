using Fluid.Values;

namespace Press;

/// <summary>What a site's own layouts see as Jekyll has it, where Press's own layouts have it otherwise or do not need it.</summary>
/// <seealso href="https://jekyllrb.com/docs/variables/"/>
internal static class JekyllVariables
{
    // What is made of one page for another: posts within listings, neighbours.
    private static readonly string[] WithPosts = ["posts", "featured", "related", "next", "previous"];

    /// <summary><c>site</c>: the settings as they are written, and the data. It is the designer's, and so printed as it is.</summary>
    public static Dictionary<string, object?> OfSite(SiteSettings settings, SiteTemplates templates)
    {
        var site = SiteVariables.OfSettings(settings);
        var keys = (Dictionary<string, object?>)settings.Keys.ToPlain();
        site["author"] = keys.GetValueOrDefault("author");
        var printed = (Dictionary<string, object?>)Printed(site)!;
        printed["data"] = Printed(templates.Data);
        return printed;
    }

    /// <summary>What of <c>site</c> follows from all posts, and all pages.</summary>
    public static Dictionary<string, object?> OfPosts(
        Catalog catalog, IEnumerable<PostEntry> pages, SiteSettings settings, SiteImages images)
    {
        var ofPages = new ArrayValue([.. pages.Select(page => LiquidValues.From(OfListedPage(page, settings)))]);
        var posts = catalog.Listed().Select(entry => (Entry: entry, Value: ValueOf(entry, settings, images))).ToList();
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["posts"] = new ArrayValue([.. posts.Select(post => post.Value)]),
            ["related_posts"] = new ArrayValue([.. posts.Take(10).Select(post => post.Value)]),
            ["documents"] = new ArrayValue([.. posts.Select(post => post.Value)]),
            ["pages"] = ofPages,
            ["html_pages"] = ofPages,
            ["tags"] = ByName(posts, entry => entry.Tags),
            ["categories"] = ByName(posts, entry => entry.Categories),
        };
    }

    /// <summary><c>page</c>: its URLs do not begin with the base URL, which layouts write before them.</summary>
    public static Dictionary<string, object?> OfPage(Dictionary<string, object?> page, SiteSettings settings)
    {
        var own = new Dictionary<string, object?>(page, StringComparer.Ordinal);
        if (own.GetValueOrDefault("url") is string url)
        {
            own["url"] = url = WithoutBase(url, settings);
            own["id"] = (Path.GetExtension(url) is ".html" ? url[..^".html".Length] : url).TrimEnd('/');
        }

        if (own.GetValueOrDefault("date") is DateTimeOffset date)
            own["date"] = TimeZoneInfo.ConvertTime(date, settings.TimeZone);
        foreach (var key in WithPosts)
        {
            own[key] = own.GetValueOrDefault(key) switch
            {
                Dictionary<string, object?> post => OfPage(post, settings),
                IEnumerable<Dictionary<string, object?>> posts => posts.Select(post => OfPage(post, settings)).ToList(),
                var other => other,
            };
        }

        return own;
    }

    /// <summary><c>paginator</c> of a page of a listing.</summary>
    public static Dictionary<string, object?> OfPaginator(Listing listing, ListingPage shown, SiteSettings settings, SiteImages images) =>
        new(StringComparer.Ordinal)
        {
            ["page"] = shown.Number,
            ["per_page"] = settings.Paginate,
            ["posts"] = shown.Posts.Select(post => OfPage(PageVariables.OfEntry(post, settings, images), settings)).ToList(),
            ["total_posts"] = listing.Posts.Length,
            ["total_pages"] = shown.Count,
            ["previous_page"] = shown.NewerPath is null ? null : shown.Number - 1,
            ["previous_page_path"] = shown.NewerPath,
            ["next_page"] = shown.OlderPath is null ? null : shown.Number + 1,
            ["next_page_path"] = shown.OlderPath,
        };

    private static string WithoutBase(string url, SiteSettings settings) =>
        settings.BaseUrl is not "" && url.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal)
            ? url[settings.BaseUrl.Length..]
            : url;

    private static FluidValue ValueOf(PostEntry entry, SiteSettings settings, SiteImages images) =>
        LiquidValues.From(OfPage(PageVariables.OfEntry(entry, settings, images), settings));

    /// <summary>A page as others see it: what its link needs. Its own keys and its text are its page's alone.</summary>
    private static Dictionary<string, object?> OfListedPage(PostEntry page, SiteSettings settings) => new(StringComparer.Ordinal)
    {
        ["title"] = page.Title is "" ? null : page.Title,
        ["url"] = page.Path,
        ["path"] = page.Source,
        ["name"] = Path.GetFileName(page.Source),
        ["dir"] = page.Path[..(page.Path.LastIndexOf('/') + 1)],
        ["lang"] = page.Lang,
        ["description"] = page.Description,
        ["tags"] = page.Tags,
        ["categories"] = page.Categories,
        ["date"] = page.Date == DateTimeOffset.UnixEpoch ? null : TimeZoneInfo.ConvertTime(page.Date, settings.TimeZone),
    };

    private static Dictionary<string, object?> ByName(
        List<(PostEntry Entry, FluidValue Value)> posts,
        Func<PostEntry, IEnumerable<string>> namesOf) =>
        posts.SelectMany(post => namesOf(post.Entry).Distinct(StringComparer.Ordinal).Select(name => (Name: name, post.Value)))
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => (object?)new ArrayValue([.. group.Select(pair => pair.Value)]),
                StringComparer.Ordinal);

    /// <summary>A value whose texts are printed as they are.</summary>
    private static object? Printed(object? value) => value switch
    {
        string text => Layouts.Html(text),
        Dictionary<string, object?> keys => keys.ToDictionary(key => key.Key, key => Printed(key.Value), StringComparer.Ordinal),
        List<object?> list => list.Select(Printed).ToList(),
        List<Dictionary<string, object?>> rows => rows.Select(row => Printed(row)).ToList(),
        _ => value,
    };
}
