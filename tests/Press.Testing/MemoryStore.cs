using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Press.Testing;

/// <summary>A store in memory. Its clock does not run unless the test's does.</summary>
public sealed class MemoryStore(TimeProvider? clock = null) : IStore
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock = clock ?? new FrozenClock();
    private readonly HashSet<string> _locked = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, ReadAnswer.Found> _items =
        ImmutableSortedDictionary.Create<string, ReadAnswer.Found>(StringComparer.Ordinal);
    private int _writes;

    /// <summary>How many writes there were that wrote something.</summary>
    public int Writes => _writes;

    /// <summary>The names of all items, ordinal.</summary>
    public IEnumerable<string> Names => _items.Keys;

    /// <summary>All items, by name.</summary>
    public ImmutableSortedDictionary<string, ReadAnswer.Found> Items => _items;

    /// <summary>Puts an item as another store has it, ETag included.</summary>
    public void Put(ReadAnswer.Found item)
    {
        lock (_gate)
            _items = _items.SetItem(item.Item.Name, item);
    }

    /// <summary>The text of an item.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(_items[name].Bytes.Span);

    public async IAsyncEnumerable<StoredItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in _items.Values.Where(item => item.Item.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item.Item;
        }

        await Task.CompletedTask;
    }

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreName.ThrowIfInvalid(name);
        return Task.FromResult<ReadAnswer>(
            !_items.TryGetValue(name, out var found) ? new ReadAnswer.Missing()
            : found.Item.ETag == ifNoneMatch ? new ReadAnswer.NotModified()
            : found);
    }

    public async Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        await ReadAsync(name, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found && found.Bytes.Length > maxBytes
            ? new ReadAnswer.TooLong(found.Item)
            : await ReadAsync(name, ifNoneMatch: null, cancellationToken);

    public Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreName.ThrowIfInvalid(name);
        lock (_gate)
        {
            var current = _items.GetValueOrDefault(name)?.Item;
            if (!condition.Holds(current?.ETag))
                return Task.FromResult<string?>(null);

            var now = _clock.GetUtcNow();
            var etag = (++_writes).ToString(CultureInfo.InvariantCulture);
            var item = new StoredItem(name, etag, content.Bytes.Length, current?.Created ?? now, now, ContentHash.Of(content.Bytes.Span));
            _items = _items.SetItem(name, new ReadAnswer.Found(item, content.Bytes.ToArray()));
            return Task.FromResult<string?>(etag);
        }
    }

    public Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreName.ThrowIfInvalid(name);
        lock (_gate)
        {
            if (_items.TryGetValue(name, out var current) && ifMatch is not null && current.Item.ETag != ifMatch)
                return Task.FromResult(false);
            _items = _items.Remove(name);
            return Task.FromResult(true);
        }
    }

    public Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        StoreName.ThrowIfInvalid(name);
        lock (_gate)
            return Task.FromResult<IStoreLock?>(_locked.Add(name) ? new Held(this, name) : null);
    }

    /// <summary>Frees a lock whose holder is gone.</summary>
    public void Unlock(string name)
    {
        lock (_gate)
            _locked.Remove(name);
    }

    private sealed class Held(MemoryStore store, string name) : IStoreLock
    {
        public CancellationToken Lost => CancellationToken.None;

        public ValueTask DisposeAsync()
        {
            lock (store._gate)
                store._locked.Remove(name);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class FrozenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
