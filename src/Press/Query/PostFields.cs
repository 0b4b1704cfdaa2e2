using System.Collections.Immutable;

namespace Press;

/// <summary>The fields of a post in an answer, by their names in JSON, in order.</summary>
public static class PostFields
{
    /// <summary>Of a post in a listing.</summary>
    public static ImmutableArray<string> OfEntry { get; } =
    [
        "id", "url", "path", "slug", "title", "excerpt", "description", "lang", "date", "updated", "tags", "categories", "featured",
        "hidden", "image", "thumbnail", "author", "wordCount", "readingMinutes", "translations", "imageSize",
        "thumbnailSize", "data",
    ];

    /// <summary>Of one post by itself.</summary>
    public static ImmutableArray<string> OfPost { get; } = [.. OfEntry, "html", "newer", "older", "related"];
}
