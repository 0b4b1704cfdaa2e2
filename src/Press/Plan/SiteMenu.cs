namespace Press;

/// <summary>Where the header of every page leads: to pages of the site, or where the settings say.</summary>
internal sealed class SiteMenu
{
    /// <summary>How many have room in a header.</summary>
    private const int MaxItems = 7;

    private readonly ILookup<string, MenuItem> _items;

    private readonly Func<string, IEnumerable<MenuItem>>? _own;

    private SiteMenu(SiteSettings settings, IEnumerable<(string Language, MenuItem Item)> items)
    {
        _own = OwnOf(settings);
        _items = items.ToLookup(item => item.Language, item => item.Item, StringComparer.Ordinal);
        var hash = new HashBuilder();
        foreach (var (language, item) in _items.SelectMany(items => items.Select(item => (items.Key, item))))
        {
            hash.Add(language);
            hash.Add(item.Title);
            hash.Add(item.Url);
        }

        Hash = hash.ToHash();
    }

    /// <summary>A hash of all of it.</summary>
    public UInt128 Hash { get; }

    /// <summary>
    /// The pages that <c>header_pages</c> names, in that order; without it those that have a title and lie in no folder, by source name
    /// (ordinal).
    /// </summary>
    /// <param name="settings">The site's.</param>
    /// <param name="pages">The pages that are no posts.</param>
    /// <seealso href="https://github.com/jekyll/minima#customize-navigation-links"/>
    public static SiteMenu Of(SiteSettings settings, IEnumerable<PostEntry> pages)
    {
        var titled = pages.Where(page => page.Title is not "" && !page.Hidden);
        var chosen = settings.HeaderPages is { } named
            ? titled.Where(page => named.Contains(page.Source)).OrderBy(page => named.IndexOf(page.Source))
            : titled.Where(page => IsAtRoot(page, settings)).OrderBy(page => page.Source, StringComparer.Ordinal);
        return new SiteMenu(settings, settings.Menu is not null ? [] : chosen.GroupBy(page => page.Lang, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Take(MaxItems).Select(page => (group.Key, new MenuItem(page.Title, settings.Link(page.Path))))));
    }

    /// <summary>The entries for a language: those of the settings, else the pages.</summary>
    public IEnumerable<MenuItem> For(string language) => _own?.Invoke(language) ?? _items[language];

    /// <summary>The <c>menu</c> of the settings, on which nothing else depends.</summary>
    private static Func<string, IEnumerable<MenuItem>>? OwnOf(SiteSettings settings) =>
        settings.Menu is not { } entries ? null : language =>
        entries.Select(entry => new MenuItem(
            entry.Title.In(language, settings.Language),
            ToLink(entry.Url.In(language, settings.Language), settings)));

    /// <summary>A URL of the settings as a link; what is encoded already stays so.</summary>
    private static string ToLink(string url, SiteSettings settings)
    {
        if (!url.StartsWith('/'))
            return url;
        var end = url.AsSpan().IndexOfAny('?', '#') is var mark and >= 0 ? mark : url.Length;
        return settings.Link(UrlPath.Decode(url[..end])) + url[end..];
    }

    private static bool IsAtRoot(PostEntry page, SiteSettings settings)
    {
        var prefix = settings.PrefixOf(page.Lang);
        var path = page.Path.StartsWith(prefix + "/", StringComparison.Ordinal) ? page.Path[prefix.Length..] : page.Path;
        return path.Trim('/') is { Length: > 0 } name && !name.Contains('/') && !SourceRoles.IsNotFound(page.Source);
    }
}

/// <summary>An entry of the menu.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Url">Where it leads, as a link has it.</param>
internal sealed record MenuItem(string Title, string Url);
