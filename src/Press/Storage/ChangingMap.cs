using System.Collections.Concurrent;

namespace Press;

/// <summary>
/// A map while it is changed, by several at a time: what has changed, over what was there. So a change costs what it changes and not the
/// size of the map.
/// </summary>
/// <param name="map">What was there.</param>
internal sealed class ChangingMap<T>(PartedMap<T> map)
    where T : class
{
    // Null for what was taken out.
    private readonly ConcurrentDictionary<string, T?> _changes = new(StringComparer.Ordinal);
    private PartedMap<T> _map = map;

    /// <summary>The entries by key (ordinal), as they are when this is asked for. Nobody may change the map at that moment.</summary>
    public IEnumerable<KeyValuePair<string, T>> Entries => ToMap().Entries;

    /// <summary>What there is under a key.</summary>
    /// <exception cref="KeyNotFoundException">There is nothing.</exception>
    public T this[string key]
    {
        get => Find(key) ?? throw new KeyNotFoundException(key);
        set
        {
            if (!ReferenceEquals(Find(key), value))
                _changes[key] = value;
        }
    }

    /// <summary>What there is under a key; null if there is nothing.</summary>
    public T? Find(string key) => _changes.TryGetValue(key, out var changed) ? changed : _map.Find(key);

    /// <summary>Takes an entry out.</summary>
    public void Remove(string key)
    {
        if (Find(key) is not null)
            _changes[key] = null;
    }

    /// <summary>The map as it is now. Nobody may change it at this moment.</summary>
    public PartedMap<T> ToMap()
    {
        if (!_changes.IsEmpty)
        {
            _map = _map.With(_changes);
            _changes.Clear();
        }

        return _map;
    }
}
