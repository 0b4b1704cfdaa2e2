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
        var builder = new Builder(positions.Length);
        foreach (var position in positions)
        {
            foreach (var key in keysOf(items[position]))
                builder.Add(builder.NumberOf(key), position);
        }

        return builder.ToLists(items.Count);
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

    /// <summary>
    /// Gathers the posts of each key. All are counted before a list is made, so that no list grows: most keys of some indexes have one
    /// post, and others a hundred thousand.
    /// </summary>
    /// <param name="pairs">About how many there will be.</param>
    public sealed class Builder(int pairs)
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<(int Key, int Position)> _pairs = new(pairs);
        private readonly List<Gathered> _gathered = [];

        /// <summary>All that was added, in that order.</summary>
        public IReadOnlyList<(int Key, int Position)> Pairs => _pairs;

        /// <summary>What stands for a key; the first to be asked for is 0.</summary>
        public int NumberOf(string key)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, key, out var isKnown);
            if (!isKnown)
            {
                number = _gathered.Count;
                _gathered.Add(new Gathered(Posts: 0, Last: -1));
            }

            return number;
        }

        /// <summary>Says that a post has a key; once is enough.</summary>
        /// <param name="key">Its number.</param>
        /// <param name="position">The post's, not before those that were added.</param>
        public void Add(int key, int position)
        {
            ref var gathered = ref CollectionsMarshal.AsSpan(_gathered)[key];
            if (gathered.Last == position)
                return;
            gathered = new Gathered(gathered.Posts + 1, position);
            _pairs.Add((key, position));
        }

        /// <summary>The lists.</summary>
        /// <param name="posts">How many posts the catalog has.</param>
        public PostingLists ToLists(int posts)
        {
            var lists = _gathered.ConvertAll(gathered => new int[gathered.Posts]);
            var filled = new int[lists.Count];
            foreach (var (key, position) in _pairs)
                lists[key][filled[key]++] = position;
            var byKey = _numbers.ToDictionary(
                pair => pair.Key, pair => ImmutableCollectionsMarshal.AsImmutableArray(lists[pair.Value]), StringComparer.Ordinal);
            return new PostingLists(byKey, posts);
        }

        private readonly record struct Gathered(int Posts, int Last);
    }
}
