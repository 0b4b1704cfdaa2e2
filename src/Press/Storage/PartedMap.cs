using System.Collections.Immutable;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Press;

/// <summary>
/// A sorted map that is cut into parts, so that a change costs the part that it touches and not the whole. Where it is cut follows from
/// the keys alone: after a key whose hash says so. So the same entries are cut alike, whatever order they came in.
/// </summary>
/// <param name="Parts">In the order of their keys; none is empty.</param>
internal sealed record PartedMap<T>(ImmutableArray<MapPart<T>> Parts)
    where T : class
{
    // On the average. A part is longer only by chance: ten times so in one of 20,000 parts.
    private const ulong MeanLength = 32;

    public static PartedMap<T> Empty { get; } = new([]);

    public IEnumerable<KeyValuePair<string, T>> Entries => Parts.SelectMany(part => part.Entries);

    public T? Find(string key)
    {
        var (low, high) = (0, Parts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(Parts[middle].LastKey, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low == Parts.Length ? null : Parts[low].Find(key);
    }

    /// <summary>The map with some entries changed, added, or taken out.</summary>
    /// <param name="changes">In any order, each key once; null takes an entry out.</param>
    public PartedMap<T> With(IEnumerable<KeyValuePair<string, T?>> changes)
    {
        var inOrder = changes.OrderBy(change => change.Key, StringComparer.Ordinal).ToList();
        if (inOrder.Count == 0)
            return this;

        var parts = ImmutableArray.CreateBuilder<MapPart<T>>(Parts.Length + 1);
        var open = new List<KeyValuePair<string, T>>();
        var next = 0;
        for (var number = 0; number < Parts.Length; number++)
        {
            var (part, first) = (Parts[number], next);
            // What comes behind all keys belongs to the last part.
            while (next < inOrder.Count && (number == Parts.Length - 1 || string.CompareOrdinal(inOrder[next].Key, part.LastKey) <= 0))
                next++;
            if (next == first && open.Count == 0)
                parts.Add(part);
            else
                Cut(Merge(part.Entries, CollectionsMarshal.AsSpan(inOrder)[first..next]), open, parts);
        }

        if (Parts.IsEmpty)
            Cut(Merge([], CollectionsMarshal.AsSpan(inOrder)), open, parts);
        if (open.Count > 0)
            parts.Add(new MapPart<T>([.. open]));
        return new PartedMap<T>(parts.ToImmutable());
    }

    private static void Cut(
        List<KeyValuePair<string, T>> entries, List<KeyValuePair<string, T>> open, ImmutableArray<MapPart<T>>.Builder parts)
    {
        foreach (var entry in entries)
        {
            open.Add(entry);
            if (!Ends(entry.Key))
                continue;
            parts.Add(new MapPart<T>([.. open]));
            open.Clear();
        }
    }

    private static bool Ends(string key) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(key.AsSpan())) % MeanLength == 0;

    private static List<KeyValuePair<string, T>> Merge(
        ImmutableArray<KeyValuePair<string, T>> entries, ReadOnlySpan<KeyValuePair<string, T?>> changes)
    {
        var merged = new List<KeyValuePair<string, T>>(entries.Length + changes.Length);
        var next = 0;
        foreach (var entry in entries)
        {
            while (next < changes.Length && string.CompareOrdinal(changes[next].Key, entry.Key) < 0)
                Add(changes[next++]);
            if (next < changes.Length && changes[next].Key == entry.Key)
                Add(changes[next++]);
            else
                merged.Add(entry);
        }

        while (next < changes.Length)
            Add(changes[next++]);
        return merged;

        void Add(KeyValuePair<string, T?> change)
        {
            if (change.Value is { } value)
                merged.Add(new(change.Key, value));
        }
    }
}

/// <summary>A part of a map. It never changes.</summary>
/// <param name="Entries">By key (ordinal).</param>
internal sealed record MapPart<T>(ImmutableArray<KeyValuePair<string, T>> Entries)
    where T : class
{
    /// <summary>The name under which it is stored: a hash of its content; null until it is.</summary>
    public string? Hash { get; set; }

    public string LastKey => Entries[^1].Key;

    public T? Find(string key)
    {
        var (low, high) = (0, Entries.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Entries[middle].Key, key);
            if (order == 0)
                return Entries[middle].Value;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}
