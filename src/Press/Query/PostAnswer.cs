using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>A post as the index shows it: the API in its answers, and the public <c>index.json</c>.</summary>
public sealed record PostAnswer
{
    /// <inheritdoc cref="PostEntry.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="PostEntry.Url"/>
    public required string Url { get; init; }

    /// <summary>The path below the site's base URL, with a slash before it; percent-encoded as <see cref="Url"/> is.</summary>
    public required string Path { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Plain text; null if the post does not say.</summary>
    public required string? Description { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Lang { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>Null if the post does not say.</summary>
    public required DateTimeOffset? Updated { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required ImmutableArray<string> Categories { get; init; }

    public required bool Featured { get; init; }

    public required bool Hidden { get; init; }

    /// <summary>A URL as <see cref="Url"/> is, or null.</summary>
    public required string? Image { get; init; }

    /// <summary>A URL as <see cref="Url"/> is, or null.</summary>
    public required string? Thumbnail { get; init; }

    public required string? Author { get; init; }

    public required int WordCount { get; init; }

    /// <summary>Whole minutes, at least 1.</summary>
    public required int ReadingMinutes { get; init; }

    /// <summary>By language (ordinal).</summary>
    public required ImmutableArray<TranslationAnswer> Translations { get; init; }

    /// <summary>Null without an image, and for one of another site.</summary>
    public required ImageSize? ImageSize { get; init; }

    /// <summary>As <see cref="ImageSize"/>, of the thumbnail.</summary>
    public required ImageSize? ThumbnailSize { get; init; }

    /// <summary>The keys of its front matter that mean nothing to Press: a JSON object.</summary>
    [JsonConverter(typeof(RawJson))]
    public required string Data { get; init; }

    /// <summary>The answer about an entry of a catalog, as listings have it.</summary>
    public static PostAnswer Of(PostEntry entry, Catalog catalog) => Of(entry, TranslationsOf(entry, catalog), catalog.SizeOf);

    /// <summary>The translations of an entry of a catalog.</summary>
    internal static ImmutableArray<TranslationAnswer> TranslationsOf(PostEntry entry, Catalog catalog) =>
        [.. catalog.TranslationsOf(entry).Select(other => new TranslationAnswer(other.Lang, other.Url))];

    /// <summary>The answer about an entry whose translations and pictures are known.</summary>
    internal static PostAnswer Of(
        PostEntry entry, ImmutableArray<TranslationAnswer> translations, Func<string?, ImageSize?> sizeOf) => new()
        {
            Id = entry.Id,
            Url = entry.Url,
            Path = UrlPath.Encode(entry.Path),
            Slug = entry.Slug,
            Title = entry.Title,
            Excerpt = entry.Excerpt,
            Description = entry.Description,
            Lang = entry.Lang,
            Date = entry.Date,
            Updated = entry.Updated,
            Tags = entry.Tags,
            Categories = entry.Categories,
            Featured = entry.Featured,
            Hidden = entry.Hidden,
            Image = entry.Image,
            Thumbnail = entry.Thumbnail,
            Author = entry.Author,
            WordCount = entry.WordCount,
            ReadingMinutes = entry.ReadingMinutes,
            Translations = translations,
            ImageSize = sizeOf(entry.Image),
            ThumbnailSize = sizeOf(entry.Thumbnail),
            Data = entry.Data ?? "{}",
        };
}

/// <summary>The same post in another language.</summary>
/// <param name="Lang">A BCP 47 tag.</param>
/// <param name="Url">A URL as <see cref="PostAnswer.Url"/> is.</param>
public sealed record TranslationAnswer(string Lang, string Url);
