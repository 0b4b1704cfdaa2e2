using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press.Http;

/// <summary>A post as the API tells of it.</summary>
internal sealed record PostAnswer
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Path { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>Plain text.</summary>
    public required string Excerpt { get; init; }

    public required string Lang { get; init; }

    public required DateTimeOffset Date { get; init; }

    public required DateTimeOffset? Updated { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required ImmutableArray<string> Categories { get; init; }

    public required bool Featured { get; init; }

    public required bool Hidden { get; init; }

    public required string? Image { get; init; }

    public required string? Thumbnail { get; init; }

    public required string? Author { get; init; }

    public required int WordCount { get; init; }

    public required int ReadingMinutes { get; init; }

    public required ImmutableArray<TranslationAnswer> Translations { get; init; }

    /// <summary>The whole body; only in an answer about one post.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }

    public static PostAnswer Of(PostEntry entry, Catalog catalog) => new()
    {
        Id = entry.Id,
        Url = entry.Url,
        Path = entry.Path,
        Slug = entry.Slug,
        Title = entry.Title,
        Excerpt = entry.Excerpt,
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
        Translations = [.. catalog.TranslationsOf(entry).Select(other => new TranslationAnswer(other.Lang, other.Url))],
    };
}

/// <summary>The same post in another language.</summary>
internal sealed record TranslationAnswer(string Lang, string Url);

/// <summary>A page of posts.</summary>
internal sealed record PostListAnswer(ImmutableArray<PostAnswer> Posts, int Page, int PageSize, int Total, int TotalPages)
{
    public static PostListAnswer Of(PostListing listing, Catalog catalog) =>
        new([.. listing.Posts.Select(entry => PostAnswer.Of(entry, catalog))], listing.Page, listing.PageSize, listing.Total, listing.TotalPages);
}
