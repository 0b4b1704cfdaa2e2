using System.Collections.Concurrent;

namespace Press;

/// <summary>
/// The public container during one build. Every write and delete is conditional on what the listing at the beginning said, so that
/// a builder that has lost its lock without knowing cannot undo the work of the next one.
/// </summary>
internal sealed class PublicContainer
{
    private readonly IStore _store;
    private readonly Func<string, PublicItem?> _before;
    private readonly IEnumerable<string> _namesBefore;
    private readonly bool _isListed;

    // What this build has written; null for what it has deleted.
    private readonly ConcurrentDictionary<string, PublicItem?> _changes = new(StringComparer.Ordinal);

    private PublicContainer(IStore store, Func<string, PublicItem?> before, IEnumerable<string> namesBefore, bool isListed) =>
        (_store, _before, _namesBefore, _isListed) = (store, before, namesBefore, isListed);

    /// <summary>The files that the storage refuses to write or delete, each with what it says.</summary>
    public ConcurrentDictionary<string, StoreException> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether somebody else has written what this build wanted to write; then it has to begin again.</summary>
    public bool WasDisturbed { get; private set; }

    /// <summary>The names of the files that are there now.</summary>
    public IEnumerable<string> Names =>
        _namesBefore.Where(name => !_changes.TryGetValue(name, out var changed) || changed is not null)
            .Concat(_changes.Where(changed => changed.Value is not null && _before(changed.Key) is null).Select(changed => changed.Key));

    /// <summary>The container as it was left, without asking it.</summary>
    public static PublicContainer Of(IStore store, PartedMap<WrittenFile> files) => new(
        store,
        name => files.Find(name) is { } file ? new PublicItem(file.ETag, file.Hash, file.Headers) : null,
        files.Entries.Select(file => file.Key),
        isListed: false);

    /// <summary>The container as it is now.</summary>
    public static async Task<PublicContainer> OpenAsync(IStore store, CancellationToken cancellationToken)
    {
        var items = await store.ListAsync("", cancellationToken).ToDictionaryAsync(
            item => item.Name, PublicItem.Of, StringComparer.Ordinal, cancellationToken);
        return new PublicContainer(store, name => items.TryGetValue(name, out var item) ? item : null, items.Keys, isListed: true);
    }

    /// <summary>Whether there is such a file now.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>The hash of a file as it is now; null if there is none, or nobody knows.</summary>
    public string? HashOf(string name) => Find(name)?.ContentHash;

    /// <summary>The ETag of a file as it is now; null if there is none.</summary>
    public string? ETagOf(string name) => Find(name)?.ETag;

    /// <summary>What the next build has to know of a file that was written, or is as it should be.</summary>
    public WrittenFile Written(string name, UInt128 madeOf, StoreContent content) =>
        new(madeOf, HashOf(name)!, ETagOf(name)!, PublicItem.HeadersOf(content));

    /// <summary>Whether a file is as it was written, as far as is known without reading it.</summary>
    public bool IsAsWritten(string name, WrittenFile file)
    {
        // Without a listing, what was written is all that is known of what is there.
        if (!_isListed && !_changes.ContainsKey(name))
            return true;
        return Find(name) is { } item && item.ContentHash == file.Hash
            && (item.Headers is null || item.Headers == file.Headers);
    }

    /// <summary>Writes a file unless it is there already, and as it should be.</summary>
    /// <returns>The hash of its content; null if somebody else was faster, or the file is one of <see cref="Refused"/>.</returns>
    public async Task<string?> PutAsync(string name, StoreContent content, CancellationToken cancellationToken)
    {
        var hash = ContentHash.Of(content.Bytes.Span);
        var before = Find(name);
        if (before is { } there && there.ContentHash == hash && (there.Headers is null || there.Headers == PublicItem.HeadersOf(content)))
            return hash;

        string? etag;
        try
        {
            etag = await _store.WriteAsync(
                name, content, before is null ? WriteCondition.IfAbsent : WriteCondition.IfMatch(before.Value.ETag), cancellationToken);
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

        _changes[name] = new PublicItem(etag, hash, PublicItem.HeadersOf(content));
        return hash;
    }

    /// <summary>Deletes files.</summary>
    public async Task DeleteAsync(IEnumerable<string> names, ParallelOptions parallelism) =>
        await Parallel.ForEachAsync(names, parallelism, async (name, token) =>
        {
            try
            {
                if (await _store.DeleteAsync(name, ETagOf(name), token))
                    _changes[name] = null;
                else
                    WasDisturbed = true;
            }
            catch (StoreException fault) when (fault.IsOfItem)
            {
                Refused[name] = fault;
            }
        });

    private PublicItem? Find(string name) => _changes.TryGetValue(name, out var changed) ? changed : _before(name);
}
