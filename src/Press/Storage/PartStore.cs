using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Press;

/// <summary>
/// Keeps the parts of a map, each under a hash of its content: what is there is never written again, nor anything else in its place.
/// </summary>
/// <param name="store">Holds them.</param>
/// <param name="folder">The folder in which they lie, with a slash at its end.</param>
/// <param name="type">How a part is written.</param>
/// <param name="parallel">How many requests are made at a time.</param>
internal sealed class PartStore<T>(IStore store, string folder, JsonTypeInfo<ImmutableArray<KeyValuePair<string, T>>> type, int parallel)
    where T : class
{
    /// <summary>Where a part is looked for that is not in the folder; null for nowhere.</summary>
    public string? OtherFolder { get; init; }

    /// <summary>Writes before a part what is to lie beside it; null for nothing. It is given the hash of the part.</summary>
    public Func<MapPart<T>, string, CancellationToken, Task>? WritesBeside { get; init; }

    /// <summary>The item that holds a part.</summary>
    public string ItemOf(string hash) => PartItem.Of(folder, hash);

    /// <summary>The hashes of the parts of a map, in order; it must have been saved.</summary>
    public static ImmutableArray<string> HashesOf(PartedMap<T> map) => [.. map.Parts.Select(part => part.Hash ?? "")];

    /// <summary>Writes the parts that are new.</summary>
    public Task SaveAsync(IEnumerable<MapPart<T>> parts, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(parts.Where(part => part.Hash is null), Parallelism(cancellationToken), async (part, token) =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(part.Entries, type);
            var hash = ContentHash.Of(json);
            if (WritesBeside is not null)
                await WritesBeside(part, hash, token);
            await store.WriteAsync(ItemOf(hash), new StoreContent(json, "application/json"), WriteCondition.IfAbsent, token);
            part.Hash = hash;
        });

    /// <summary>Reads a map; null if a part is not there, or cannot be read.</summary>
    /// <param name="hashes">Those of its parts, in order.</param>
    /// <param name="known">A map whose parts need not be read again.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PartedMap<T>?> ReadAsync(ImmutableArray<string> hashes, PartedMap<T> known, CancellationToken cancellationToken)
    {
        var byHash = known.Parts.Where(part => part.Hash is not null).DistinctBy(part => part.Hash)
            .ToDictionary(part => part.Hash!, StringComparer.Ordinal);
        var read = new ConcurrentDictionary<string, MapPart<T>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(hashes.Where(hash => !byHash.ContainsKey(hash)), Parallelism(cancellationToken), async (hash, token) =>
        {
            var entries = await ReadAsync(ItemOf(hash), token);
            if (entries is null && OtherFolder is not null)
                entries = await ReadAsync(PartItem.Of(OtherFolder, hash), token);
            if (entries is { } found)
                read[hash] = new MapPart<T>(found) { Hash = hash };
        });
        return hashes.All(hash => byHash.ContainsKey(hash) || read.ContainsKey(hash))
            ? new PartedMap<T>([.. hashes.Select(hash => byHash.GetValueOrDefault(hash) ?? read[hash])])
            : null;
    }

    private ParallelOptions Parallelism(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };

    private async Task<ImmutableArray<KeyValuePair<string, T>>?> ReadAsync(string item, CancellationToken cancellationToken) =>
        await store.ReadAsync(item, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found ? Parse(found.Bytes.Span) : null;

    private ImmutableArray<KeyValuePair<string, T>>? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) is { IsDefaultOrEmpty: false } entries ? entries : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Names the items that hold parts.</summary>
internal static class PartItem
{
    /// <summary>The item of a part.</summary>
    /// <param name="folder">The folder in which it lies, with a slash at its end.</param>
    /// <param name="hash">Of its content.</param>
    public static string Of(string folder, string hash) => $"{folder}{hash}.json";
}
