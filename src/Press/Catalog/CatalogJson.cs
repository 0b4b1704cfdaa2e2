using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>The entries of a catalog as JSON: the form in which they are hashed and stored.</summary>
[JsonSerializable(typeof(ImmutableArray<PostEntry>))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    private static readonly CatalogJson Readable = new(new JsonSerializerOptions(StoredJson.Writing));

    public static byte[] Serialize(ImmutableArray<PostEntry> entries) =>
        JsonSerializer.SerializeToUtf8Bytes(entries, Readable.ImmutableArrayPostEntry);
}
