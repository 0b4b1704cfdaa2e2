using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Press;

/// <summary>
/// What readers of the catalog need of each part of what is known of sources, in an item of its own under the part's hash: they load half
/// as much as the engine does. Where it is lost, or an older program wrote none, the part itself says the same.
/// </summary>
internal static class CatalogParts
{
    private static readonly JsonTypeInfo<ImmutableArray<KeyValuePair<string, ListedSource>>> Json =
        ListedSourceJson.Compact.ImmutableArrayKeyValuePairStringListedSource;

    /// <summary>The item that holds what readers need of a part.</summary>
    /// <param name="hash">The part's.</param>
    public static string ItemOf(string hash) => PartItem.Of(EngineItems.CatalogFolder, hash);

    /// <summary>Reads them.</summary>
    public static PartStore<ListedSource> For(IStore press, int parallel) =>
        new(press, EngineItems.CatalogFolder, Json, parallel) { OtherFolder = EngineItems.PartsFolder };

    /// <summary>Writes what readers need of a part.</summary>
    /// <param name="press">The engine's container.</param>
    /// <param name="part">The part.</param>
    /// <param name="hash">The hash under which it will be stored.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static Task WriteAsync(IStore press, MapPart<KnownSource> part, string hash, CancellationToken cancellationToken)
    {
        ImmutableArray<KeyValuePair<string, ListedSource>> listed =
            [.. part.Entries.Select(source => KeyValuePair.Create(source.Key, ListedSource.Of(source.Value)))];
        var content = new StoreContent(JsonSerializer.SerializeToUtf8Bytes(listed, Json), "application/json");
        return press.WriteAsync(ItemOf(hash), content, WriteCondition.IfAbsent, cancellationToken);
    }
}
