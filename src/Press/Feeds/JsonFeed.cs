using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>A feed as JSON Feed 1.1.</summary>
/// <seealso href="https://www.jsonfeed.org/version/1.1/"/>
internal sealed record JsonFeed
{
    public string Version { get; } = "https://jsonfeed.org/version/1.1";

    public required string Title { get; init; }

    public required string HomePageUrl { get; init; }

    public required string FeedUrl { get; init; }

    public required string? Description { get; init; }

    public required string Language { get; init; }

    public required ImmutableArray<JsonFeedAuthor> Authors { get; init; }

    public required ImmutableArray<JsonFeedItem> Items { get; init; }

    /// <summary>The document.</summary>
    /// <param name="feed">What it says.</param>
    /// <param name="self">The URL at which it is published.</param>
    public static byte[] Write(Feed feed, string self)
    {
        var document = new JsonFeed
        {
            Title = feed.Title,
            HomePageUrl = feed.HomeLink,
            FeedUrl = self,
            Description = feed.Description is "" ? null : feed.Description,
            Language = feed.Language,
            Authors = [new(feed.Author)],
            Items = [.. feed.Entries.Select(entry => JsonFeedItem.Of(entry, feed.IsMixed))],
        };
        return JsonSerializer.SerializeToUtf8Bytes(document, JsonFeedJson.Readable.JsonFeed);
    }
}

/// <summary>A post in a JSON Feed.</summary>
internal sealed record JsonFeedItem
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string ContentHtml { get; init; }

    public required string? Summary { get; init; }

    public required string? Image { get; init; }

    public required DateTimeOffset DatePublished { get; init; }

    public required DateTimeOffset? DateModified { get; init; }

    public required ImmutableArray<JsonFeedAuthor> Authors { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required string? Language { get; init; }

    public static JsonFeedItem Of(FeedEntry entry, bool saysLanguage) => new()
    {
        Id = entry.Id,
        Url = entry.Link,
        Title = entry.Title,
        ContentHtml = entry.Html,
        Summary = entry.Summary is "" ? null : entry.Summary,
        Image = entry.Image,
        DatePublished = entry.Published,
        DateModified = entry.Updated,
        Authors = [new(entry.Author)],
        Tags = entry.Tags,
        Language = saysLanguage ? entry.Language : null,
    };
}

internal sealed record JsonFeedAuthor(string Name);

[JsonSerializable(typeof(JsonFeed))]
internal sealed partial class JsonFeedJson : JsonSerializerContext
{
    public static JsonFeedJson Readable { get; } = new(
        new JsonSerializerOptions(StoredJson.Writing) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower });
}
