using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Press;

/// <summary>Which posts have a key, as ascending positions in the catalog: the lists of an inverted index.</summary>
internal sealed class PostingLists
{
    // A list this long takes as much memory as its set does.
    private const int Dense = 32;

    private readonly Dictionary<string, ImmutableArray<int>> _lists;
    private readonly ConcurrentDictionary<string, PostSet> _sets = new(StringComparer.Ordinal);
    private readonly Lazy<ImmutableArray<string>> _keys;
    private readonly int _items;

    private PostingLists(Dictionary<string, ImmutableArray<int>> lists, int items)
    {
        _lists = lists;
        _items = items;
        _keys = new(() => [.. lists.Keys.Order(StringComparer.Ordinal)]);
    }

    /// <summary>All keys, ordinal.</summary>
    public ImmutableArray<string> Keys => _keys.Value;

    /// <summary>Indexes what stands at these positions, which ascend, by the keys that each has.</summary>
    public static PostingLists Of<T>(IReadOnlyList<T> items, ImmutableArray<int> positions, Func<T, IEnumerable<string>> keysOf)
    {
        // First it is counted, so that no list grows: most keys of some indexes have one post, and others a hundred thousand.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var pairs = new List<(int Key, int Position)>(positions.Length);
        var lengths = new List<int>();
        var last = new List<int>();
        foreach (var position in positions)
        {
            foreach (var key in keysOf(items[position]))
            {
                if (!numbers.TryGetValue(key, out var number))
                {
                    numbers.Add(key, number = lengths.Count);
                    lengths.Add(0);
                    last.Add(-1);
                }

                if (last[number] == position)
                    continue;
                last[number] = position;
                lengths[number]++;
                pairs.Add((number, position));
            }
        }

        var lists = lengths.ConvertAll(length => new int[length]);
        for (var i = pairs.Count - 1; i >= 0; i--)
            lists[pairs[i].Key][--CollectionsMarshal.AsSpan(lengths)[pairs[i].Key]] = pairs[i].Position;
        var byKey = numbers.ToDictionary(
            pair => pair.Key, pair => ImmutableCollectionsMarshal.AsImmutableArray(lists[pair.Value]), StringComparer.Ordinal);
        return new PostingLists(byKey, items.Count);
    }

    /// <summary>The posts that have a key; empty if none has it.</summary>
    public ImmutableArray<int> Find(string key) => _lists.GetValueOrDefault(key, []);

    /// <summary>The posts that have a key, as a set. Those of long lists are kept.</summary>
    public PostSet SetOf(string key)
    {
        var list = Find(key);
        return list.Length > _items / Dense
            ? _sets.GetOrAdd(key, _ => PostSet.Of(list.AsSpan(), _items))
            : PostSet.Of(list.AsSpan(), _items);
    }

    /// <summary>The posts that stand in every list. It looks at each of the shortest list and searches for it in the others.</summary>
    public static ImmutableArray<int> Intersect(IEnumerable<ImmutableArray<int>> lists)
    {
        var byLength = lists.OrderBy(list => list.Length).ToList();
        if (byLength.Count == 1)
            return byLength[0];
        return [.. byLength[0].Where(position => byLength.Skip(1).All(list => list.BinarySearch(position) >= 0))];
    }
}
