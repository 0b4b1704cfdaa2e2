using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Which posts have a key, as ascending positions in the catalog: the lists of an inverted index.</summary>
internal sealed class PostingLists
{
    // A list this long takes as much memory as its set does.
    private const int Dense = 32;

    private readonly Dictionary<string, ImmutableArray<int>> _lists;
    private readonly ConcurrentDictionary<string, PostSet> _sets = new(StringComparer.Ordinal);
    private readonly int _items;

    private PostingLists(Dictionary<string, ImmutableArray<int>> lists, int items)
    {
        _lists = lists;
        _items = items;
        Keys = [.. lists.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>All keys, ordinal.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Indexes what stands at these positions by the keys that each has.</summary>
    public static PostingLists Of<T>(IReadOnlyList<T> items, IEnumerable<int> positions, Func<T, IEnumerable<string>> keysOf)
    {
        var lists = new Dictionary<string, ImmutableArray<int>.Builder>(StringComparer.Ordinal);
        foreach (var position in positions)
        {
            foreach (var key in keysOf(items[position]).Distinct(StringComparer.Ordinal))
            {
                if (!lists.TryGetValue(key, out var list))
                    lists[key] = list = ImmutableArray.CreateBuilder<int>();
                list.Add(position);
            }
        }

        return new PostingLists(lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToImmutable(), StringComparer.Ordinal), items.Count);
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
