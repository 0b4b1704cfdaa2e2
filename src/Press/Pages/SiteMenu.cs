namespace Press;

/// <summary>The pages to which the header of every page leads.</summary>
internal sealed class SiteMenu
{
    /// <summary>How many have room in a header.</summary>
    private const int MaxItems = 7;

    private readonly ILookup<string, MenuItem> _items;

    private SiteMenu(IEnumerable<(string Language, MenuItem Item)> items)
    {
        _items = items.ToLookup(item => item.Language, item => item.Item, StringComparer.Ordinal);
        var hash = new HashBuilder();
        foreach (var (language, item) in _items.SelectMany(items => items.Select(item => (items.Key, item))))
        {
            hash.Add(language);
            hash.Add(item.Title);
            hash.Add(item.Path);
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
        return new SiteMenu(chosen.GroupBy(page => page.Lang, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Take(MaxItems).Select(page => (group.Key, new MenuItem(page.Title, page.Path)))));
    }

    /// <summary>The pages of a language.</summary>
    public IEnumerable<MenuItem> For(string language) => _items[language];

    private static bool IsAtRoot(PostEntry page, SiteSettings settings)
    {
        var prefix = settings.PrefixOf(page.Lang);
        var path = page.Path.StartsWith(prefix + "/", StringComparison.Ordinal) ? page.Path[prefix.Length..] : page.Path;
        return path.Trim('/') is { Length: > 0 } name && !name.Contains('/') && !SourceRoles.IsNotFound(page.Source);
    }
}

/// <summary>A page in the menu.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Path">Its path on the site.</param>
internal sealed record MenuItem(string Title, string Path);
