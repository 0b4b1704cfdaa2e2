using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>What a search box in the browser needs of the listed posts, in the order of the catalog.</summary>
internal static class SearchIndex
{
    /// <summary>The public file that holds it.</summary>
    public const string FileName = "search.json";

    // What a line of results has room for.
    private const int MaxExcerpt = 160;

    /// <summary>The file.</summary>
    /// <param name="catalog">The posts.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="common">A hash of them.</param>
    /// <param name="hashOf">The hash of an entry.</param>
    /// <param name="pages">The pages that are no posts; those with a title are found behind the posts.</param>
    public static PlannedFile Of(
        Catalog catalog,
        SiteSettings settings,
        UInt128 common,
        Func<PostEntry, UInt128> hashOf,
        IEnumerable<PostEntry>? pages = null)
    {
        ImmutableArray<PostEntry> all =
        [
            .. catalog.Listed(),
            .. (pages ?? []).Where(page => page is { Hidden: false, Title: not "" } && !SourceRoles.IsNotFound(page.Source)),
        ];
        return new(FileName, HashBuilder.OfAll([common, .. all.Select(hashOf)]), SourceName: null, (_, _, _) =>
            new(new RenderedFile(PublicFiles.GeneratedOf(Write(all, settings), MediaTypes.Of(FileName)))));
    }

    private static byte[] Write(ImmutableArray<PostEntry> all, SiteSettings settings)
    {
        ImmutableArray<SearchEntry> entries = [.. all.Select(entry => EntryOf(entry, settings))];
        return JsonSerializer.SerializeToUtf8Bytes(entries, SearchIndexJson.Readable.ImmutableArraySearchEntry);
    }

    private static SearchEntry EntryOf(PostEntry entry, SiteSettings settings) => new()
    {
        Title = entry.Title,
        Link = settings.Link(entry.Path),
        Language = entry.Lang,
        Date = entry.Date == DateTimeOffset.UnixEpoch ? "" : entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Tags = entry.Tags,
        Excerpt = TextCut.At(entry.Excerpt, MaxExcerpt),
    };
}

/// <summary>A post in the index. It is loaded as a whole by every reader that searches, so its names are short.</summary>
internal sealed record SearchEntry
{
    [JsonPropertyName("t")]
    public required string Title { get; init; }

    /// <summary>Below the base URL, without scheme and host.</summary>
    [JsonPropertyName("u")]
    public required string Link { get; init; }

    [JsonPropertyName("l")]
    public required string Language { get; init; }

    /// <summary>The day, as the post's own time zone has it; empty for a page without one.</summary>
    [JsonPropertyName("d")]
    public required string Date { get; init; }

    [JsonPropertyName("g")]
    public required ImmutableArray<string> Tags { get; init; }

    [JsonPropertyName("x")]
    public required string Excerpt { get; init; }
}

[JsonSerializable(typeof(ImmutableArray<SearchEntry>))]
internal sealed partial class SearchIndexJson : JsonSerializerContext
{
    public static SearchIndexJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing));
}
