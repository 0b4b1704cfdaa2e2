using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>What was written under a name.</summary>
/// <param name="MadeOf">That of the <see cref="PlannedFile"/>.</param>
/// <param name="Content">A hash of its content.</param>
/// <param name="ETag">The target's, when it was written.</param>
/// <param name="SourceName">The source that it came from; null for a listing or a file of the theme.</param>
internal sealed record PublishedFile(UInt128 MadeOf, UInt128 Content, string ETag, string? SourceName)
{
    /// <summary>What was found when it was made.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public static StoreContent Serialize(ImmutableSortedDictionary<string, PublishedFile> files) =>
        new(
            JsonSerializer.SerializeToUtf8Bytes(files, PublishedFileJson.Readable.ImmutableSortedDictionaryStringPublishedFile),
            "application/json");

    /// <summary>The list; an empty one if it was cut short, and then everything is written again and nothing deleted.</summary>
    public static ImmutableSortedDictionary<string, PublishedFile> Deserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PublishedFileJson.Readable.ImmutableSortedDictionaryStringPublishedFile)
                ?.WithComparers(StringComparer.Ordinal)
                ?? ImmutableSortedDictionary<string, PublishedFile>.Empty;
        }
        catch (JsonException)
        {
            return ImmutableSortedDictionary<string, PublishedFile>.Empty;
        }
    }
}

[JsonSerializable(typeof(ImmutableSortedDictionary<string, PublishedFile>))]
internal sealed partial class PublishedFileJson : JsonSerializerContext
{
    public static PublishedFileJson Readable { get; } = new(
        new JsonSerializerOptions(StoredJson.Writing) { Converters = { new RuleByCode() } });
}
