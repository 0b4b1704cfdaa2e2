using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>What the last publication wrote under a name.</summary>
/// <param name="Hash">Of its content.</param>
/// <param name="SourceName">The source that it came from; null for a listing or a file of the theme.</param>
internal sealed record PublishedFile(string Hash, string? SourceName)
{
    public static StoreContent Serialize(ImmutableSortedDictionary<string, PublishedFile> files) =>
        new(JsonSerializer.SerializeToUtf8Bytes(files, PublishedFileJson.Default.ImmutableSortedDictionaryStringPublishedFile), "application/json");

    /// <summary>The list; an empty one if it was cut short, and then everything is written again and nothing deleted.</summary>
    public static ImmutableSortedDictionary<string, PublishedFile> Deserialize(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, PublishedFileJson.Default.ImmutableSortedDictionaryStringPublishedFile)?.WithComparers(StringComparer.Ordinal)
                ?? ImmutableSortedDictionary<string, PublishedFile>.Empty;
        }
        catch (JsonException)
        {
            return ImmutableSortedDictionary<string, PublishedFile>.Empty;
        }
    }
}

[JsonSerializable(typeof(ImmutableSortedDictionary<string, PublishedFile>))]
internal sealed partial class PublishedFileJson : JsonSerializerContext;
