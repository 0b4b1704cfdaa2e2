using System.Collections.Concurrent;

namespace Press;

/// <summary>
/// The public container during one build. Every write and delete is conditional on what the listing at the beginning said, so that
/// a builder that has lost its lock without knowing cannot undo the work of the next one.
/// </summary>
internal sealed class PublicContainer
{
    private readonly IStore _store;
    private readonly ConcurrentDictionary<string, StoredItem> _items;

    private PublicContainer(IStore store, IEnumerable<StoredItem> items)
    {
        _store = store;
        _items = new(items.Select(item => KeyValuePair.Create(item.Name, item)), StringComparer.Ordinal);
    }

    /// <summary>The files that the storage refuses to write or delete, each with what it says.</summary>
    public ConcurrentDictionary<string, StoreException> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether somebody else has written what this build wanted to write; then it has to begin again.</summary>
    public bool WasDisturbed { get; private set; }

    /// <summary>The container as it was left, without asking it.</summary>
    public static PublicContainer Of(IStore store, IEnumerable<KeyValuePair<string, WrittenFile>> files) =>
        new(store, files.Select(file => new StoredItem(file.Key, file.Value.ETag, 0, default, default, file.Value.Hash)));

    /// <summary>The container as it is now.</summary>
    public static async Task<PublicContainer> OpenAsync(IStore store, CancellationToken cancellationToken) =>
        new(store, await store.ListAsync("", cancellationToken).ToListAsync(cancellationToken));

    /// <summary>Whether there is such a file now.</summary>
    public bool Has(string name) => _items.ContainsKey(name);

    /// <summary>The hash of a file as it is now; null if there is none, or nobody knows.</summary>
    public string? HashOf(string name) => _items.GetValueOrDefault(name)?.ContentHash;

    /// <summary>The ETag of a file as it is now; null if there is none.</summary>
    public string? ETagOf(string name) => _items.GetValueOrDefault(name)?.ETag;

    /// <summary>What the next build has to know of a file that was written, or is as it should be.</summary>
    public WrittenFile Written(string name, UInt128 madeOf, StoreContent content) =>
        new(madeOf, HashOf(name)!, ETagOf(name)!, HeadersOf(content.ContentType, content.CacheControl, content.ContentDisposition));

    /// <summary>Whether a file is as it was written, as far as is known without reading it.</summary>
    public bool IsAsWritten(string name, WrittenFile file) =>
        _items.GetValueOrDefault(name) is { } item && item.ContentHash == file.Hash
        && (item.ContentType is null || HeadersOf(item.ContentType, item.CacheControl, item.ContentDisposition) == file.Headers);

    private static UInt128 HeadersOf(string? type, string? caching, string? disposition)
    {
        var hash = new HashBuilder();
        hash.Add(type);
        hash.Add(caching);
        hash.Add(disposition);
        return hash.ToHash();
    }

    /// <summary>Writes a file unless it is there already, and as it should be.</summary>
    /// <returns>The hash of its content; null if somebody else was faster, or the file is one of <see cref="Refused"/>.</returns>
    public async Task<string?> PutAsync(string name, StoreContent content, CancellationToken cancellationToken)
    {
        var hash = ContentHash.Of(content.Bytes.Span);
        var before = _items.GetValueOrDefault(name);
        if (before?.ContentHash == hash && HasHeadersOf(content, before))
            return hash;

        string? etag;
        try
        {
            etag = await _store.WriteAsync(name, content, before is null ? WriteCondition.IfAbsent : WriteCondition.IfMatch(before.ETag), cancellationToken);
        }
        catch (StoreException fault) when (fault.IsOfItem)
        {
            Refused[name] = fault;
            return null;
        }

        if (etag is null)
        {
            WasDisturbed = true;
            return null;
        }

        _items[name] = new StoredItem(
            name, etag, content.Bytes.Length, default, default, hash,
            content.ContentType, content.CacheControl, content.ContentDisposition);
        return hash;
    }

    /// <summary>Deletes all files that nobody wants.</summary>
    public async Task KeepOnlyAsync(IReadOnlySet<string> wanted, ParallelOptions parallelism) =>
        await Parallel.ForEachAsync(_items.Values.Where(item => !wanted.Contains(item.Name)), parallelism, async (item, token) =>
        {
            try
            {
                if (await _store.DeleteAsync(item.Name, item.ETag, token))
                    _items.TryRemove(item.Name, out _);
                else
                    WasDisturbed = true;
            }
            catch (StoreException fault) when (fault.IsOfItem)
            {
                Refused[item.Name] = fault;
            }
        });

    /// <summary>Whether a file is handed out as it should be; a newer engine may want that otherwise.</summary>
    private static bool HasHeadersOf(StoreContent content, StoredItem item) =>
        item.ContentType is null
        || (item.ContentType == content.ContentType
            && item.CacheControl == content.CacheControl
            && item.ContentDisposition == content.ContentDisposition);
}
