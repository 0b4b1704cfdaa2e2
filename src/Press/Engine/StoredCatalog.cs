using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>The catalog as readers find it in the engine's container.</summary>
public sealed class StoredCatalog(IStore press)
{
    private readonly StateStore _state = new(press, withFiles: false);
    private volatile Kept? _kept;

    /// <summary>The catalog as it is now, and the same object as long as nothing changes; an empty one if nothing was published yet.</summary>
    /// <exception cref="StoreException">The storage failed.</exception>
    public async Task<Catalog> ReadAsync(CancellationToken cancellationToken)
    {
        var state = await _state.ReadAsync(cancellationToken);
        if (state.ETag is null)
            return await ReadOldAsync(cancellationToken);
        if (_kept is { } kept && kept.State == state)
            return kept.Catalog;
        var read = new Kept(state, state.Memory.ToCatalog());
        _kept = read;
        return read.Catalog;
    }

    /// <summary>What an older program left, until this one has made its own.</summary>
    private async Task<Catalog> ReadOldAsync(CancellationToken cancellationToken)
    {
        if (await press.ReadAsync(EngineItems.OldCatalog, ifNoneMatch: null, cancellationToken) is not ReadAnswer.Found found)
            return Catalog.Empty;
        try
        {
            return JsonSerializer.Deserialize(found.Bytes.Span, StoredCatalogJson.Readable.Document) is { Posts.IsDefault: false } document ? Catalog.Of(document.Posts, document.Language) : Catalog.Empty;
        }
        catch (JsonException)
        {
            return Catalog.Empty;
        }
    }

    internal sealed record Document(string Language, ImmutableArray<PostEntry> Posts);

    private sealed record Kept(StoredState State, Catalog Catalog);
}

[JsonSerializable(typeof(StoredCatalog.Document))]
internal sealed partial class StoredCatalogJson : JsonSerializerContext
{
    public static StoredCatalogJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing));
}
