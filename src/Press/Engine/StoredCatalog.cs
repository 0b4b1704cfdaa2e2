using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>The catalog as it lies in storage.</summary>
public static class StoredCatalog
{
    /// <summary>Reads a catalog.</summary>
    /// <exception cref="StoreException">It is none.</exception>
    public static Catalog Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StoredCatalogJson.Readable.Document) is { } document
                ? Catalog.Of(document.Posts, document.Language)
                : Catalog.Empty;
        }
        catch (JsonException fault)
        {
            throw new StoreException(EngineItems.Catalog, $"{EngineItems.Catalog} is not a catalog: {fault.Message} Delete it, and the next build makes it again.", fault);
        }
    }

    internal static StoreContent ToContent(Catalog catalog) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new Document(catalog.DefaultLanguage, catalog.Entries), StoredCatalogJson.Readable.Document), "application/json");

    internal sealed record Document(string Language, ImmutableArray<PostEntry> Posts);
}

[JsonSerializable(typeof(StoredCatalog.Document))]
internal sealed partial class StoredCatalogJson : JsonSerializerContext
{
    public static StoredCatalogJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing));
}
