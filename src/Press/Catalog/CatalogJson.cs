using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>The entries of a catalog as JSON: the form in which they are hashed and stored.</summary>
[JsonSerializable(typeof(ImmutableArray<PostEntry>))]
internal sealed partial class CatalogJson : JsonSerializerContext
{
    /// <summary>How all that is stored is written.</summary>
    public static JsonSerializerOptions Writing { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Hangul stays Hangul. Nothing of it is ever put into HTML, which is what the default encoder guards against.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly CatalogJson Readable = new(new JsonSerializerOptions(Writing));

    public static byte[] Serialize(ImmutableArray<PostEntry> entries) =>
        JsonSerializer.SerializeToUtf8Bytes(entries, Readable.ImmutableArrayPostEntry);
}
