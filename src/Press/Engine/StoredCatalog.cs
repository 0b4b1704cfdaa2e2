using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// The catalog as readers find it in the engine's container. Of the parts of the engine's state it reads what a catalog has, and passes
/// over the rest; parts that it has read already it does not ask for again.
/// </summary>
public sealed class StoredCatalog(IStore press)
{
    private const int Parallel = 16;

    // Who reads a state while it is replaced twice has read for very long.
    private const int MaxTries = 5;

    private volatile Kept? _kept;

    /// <summary>
    /// The catalog as it is now, and the same object as long as nothing changes; an empty one if nothing was published yet.
    /// </summary>
    /// <exception cref="StoreException">The storage failed.</exception>
    public async Task<Catalog> ReadAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var kept = _kept;
            var answer = await press.ReadAsync(EngineItems.Manifest, kept?.ETag, cancellationToken);
            if (answer is ReadAnswer.NotModified)
                return kept!.Catalog;
            if (answer is not ReadAnswer.Found found)
            {
                _kept = null;
                return await ReadOldAsync(cancellationToken);
            }

            // A part that is gone belongs to a state that was replaced meanwhile; else it is lost, and so is all that was known.
            var manifest = Manifest.Parse(found.Bytes.Span);
            var parts = manifest is null ? Parts.Empty : await ReadAsync(manifest.Sources, kept?.Parts ?? Parts.Empty, cancellationToken);
            if (parts is null && tries < MaxTries)
                continue;
            var catalog = parts is null || manifest is null
                ? Catalog.Empty
                : Catalog.Of(manifest.Sources.SelectMany(hash => parts[hash]), manifest.Language);
            _kept = new Kept(found.Item.ETag, parts ?? Parts.Empty, catalog);
            return catalog;
        }
    }

    /// <summary>Null if a part is not there.</summary>
    private async Task<Parts?> ReadAsync(ImmutableArray<string> hashes, Parts known, CancellationToken cancellationToken)
    {
        var read = new ConcurrentDictionary<string, ImmutableArray<PostEntry>>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForEachAsync(hashes, options, async (hash, token) =>
        {
            if (known.TryGetValue(hash, out var part))
                read[hash] = part;
            else if (await press.ReadAsync(Manifest.ItemOf(hash), ifNoneMatch: null, token) is ReadAnswer.Found found
                && Parse(found.Bytes.Span) is { } entries)
                read[hash] = entries;
        });
        return hashes.All(read.ContainsKey) ? new Parts(read) : null;
    }

    /// <summary>The public posts of a part; null if it is none that this program understands.</summary>
    private static ImmutableArray<PostEntry>? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var sources = JsonSerializer.Deserialize(json, StoredCatalogJson.Readable.ImmutableArrayKeyValuePairStringListedSource);
            return sources.IsDefaultOrEmpty
                ? null
                : [.. sources.Select(source => source.Value)
                    .Where(source => source.IsPublic)
                    .Select(source => source.Published ?? source.Summary!.Entry)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What an older program left, until this one has made its own.</summary>
    private async Task<Catalog> ReadOldAsync(CancellationToken cancellationToken)
    {
        if (await press.ReadAsync(EngineItems.OldCatalog, ifNoneMatch: null, cancellationToken) is not ReadAnswer.Found found)
            return Catalog.Empty;
        try
        {
            return JsonSerializer.Deserialize(found.Bytes.Span, StoredCatalogJson.Readable.Document) is { Posts.IsDefault: false } document
                ? Catalog.Of(document.Posts, document.Language)
                : Catalog.Empty;
        }
        catch (JsonException)
        {
            return Catalog.Empty;
        }
    }

    internal sealed record Document(string Language, ImmutableArray<PostEntry> Posts);

    /// <summary>As much of a <see cref="KnownSource"/> as a catalog has.</summary>
    internal sealed record ListedSource(bool IsPublic, PostEntry? Published, ListedSummary? Summary);

    /// <summary>As much of a <see cref="PostSummary"/>.</summary>
    internal sealed record ListedSummary(PostEntry Entry);

    private sealed class Parts(IDictionary<string, ImmutableArray<PostEntry>> parts)
        : Dictionary<string, ImmutableArray<PostEntry>>(parts, StringComparer.Ordinal)
    {
        public static Parts Empty { get; } = new(ImmutableDictionary.Create<string, ImmutableArray<PostEntry>>(StringComparer.Ordinal));
    }

    private sealed record Kept(string ETag, Parts Parts, Catalog Catalog);
}

[JsonSerializable(typeof(StoredCatalog.Document))]
[JsonSerializable(typeof(ImmutableArray<KeyValuePair<string, StoredCatalog.ListedSource>>))]
internal sealed partial class StoredCatalogJson : JsonSerializerContext
{
    public static StoredCatalogJson Readable { get; } = new(new JsonSerializerOptions(CatalogJson.Writing));
}
