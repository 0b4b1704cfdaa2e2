using System.Collections.Immutable;

namespace Press.Testing;

/// <summary>Things of which a test names only what matters to it.</summary>
public static class Some
{
    public static PostEntry Post(
        string path = "/a.html",
        string? title = null,
        string date = "2025-01-01T00:00:00+00:00",
        string? updated = null,
        string lang = "en",
        ImmutableArray<string> tags = default,
        ImmutableArray<string> categories = default,
        bool featured = false,
        bool hidden = false,
        string? pageId = null,
        string excerpt = "",
        string? author = null) => new()
        {
            Source = path[1..] + ".md",
            Url = path,
            Path = path,
            Slug = Path.GetFileNameWithoutExtension(path),
            Title = title ?? path,
            Excerpt = excerpt,
            Lang = lang,
            Date = Moment(date),
            Updated = updated is null ? null : Moment(updated),
            Tags = tags.IsDefault ? [] : tags,
            Categories = categories.IsDefault ? [] : categories,
            Featured = featured,
            Hidden = hidden,
            Author = author,
            PageId = pageId,
        };

    public static Catalog Catalog(params PostEntry[] posts) => Press.Catalog.Of(posts, "en");

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
