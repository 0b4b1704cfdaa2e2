using System.Collections.Immutable;
using System.Numerics;

namespace Press;

/// <summary>
/// Some of the posts of a catalog, as a bit for each position: of 100,000 posts 12.5 KB, and two sets are compared in a microsecond
/// or so, however many posts they have.
/// </summary>
internal sealed class PostSet
{
    private const int BitsOfWord = 64;

    private readonly ulong[] _words;

    private PostSet(ulong[] words)
    {
        _words = words;
        foreach (var word in words)
            Count += BitOperations.PopCount(word);
    }

    /// <summary>How many posts it has.</summary>
    public int Count { get; }

    /// <summary>The posts at some positions.</summary>
    /// <param name="positions">In any order; one may come more than once.</param>
    /// <param name="posts">How many posts the catalog has.</param>
    public static PostSet Of(ReadOnlySpan<int> positions, int posts)
    {
        var words = Words(posts);
        foreach (var position in positions)
            words[position / BitsOfWord] |= 1UL << (position % BitsOfWord);
        return new PostSet(words);
    }

    /// <summary>The posts of a range of positions, and at some others.</summary>
    /// <param name="range">Its positions; none is counted from the end.</param>
    /// <param name="others">As for <see cref="Of(ReadOnlySpan{int}, int)"/>.</param>
    /// <param name="posts">Likewise.</param>
    public static PostSet Of(Range range, ReadOnlySpan<int> others, int posts)
    {
        var words = Words(posts);
        var (at, end) = (range.Start.Value, range.End.Value);
        while (at < end)
        {
            var next = Math.Min(end, ((at / BitsOfWord) + 1) * BitsOfWord);
            words[at / BitsOfWord] |= (ulong.MaxValue >> (BitsOfWord - (next - at))) << (at % BitsOfWord);
            at = next;
        }

        foreach (var position in others)
            words[position / BitsOfWord] |= 1UL << (position % BitsOfWord);
        return new PostSet(words);
    }

    /// <summary>The posts that are in all sets. There is at least one, and all are of one catalog.</summary>
    public static PostSet Intersect(IReadOnlyList<PostSet> sets)
    {
        if (sets.Count == 1)
            return sets[0];
        var words = sets[0]._words.AsSpan().ToArray();
        foreach (var set in sets.Skip(1))
        {
            for (var i = 0; i < words.Length; i++)
                words[i] &= set._words[i];
        }

        return new PostSet(words);
    }

    /// <summary>The posts that are in any of the sets.</summary>
    /// <param name="sets">Of one catalog.</param>
    /// <param name="posts">How many posts the catalog has.</param>
    public static PostSet Union(IReadOnlyCollection<PostSet> sets, int posts)
    {
        if (sets.Count == 1)
            return sets.First();
        var words = Words(posts);
        foreach (var set in sets)
        {
            for (var i = 0; i < words.Length; i++)
                words[i] |= set._words[i];
        }

        return new PostSet(words);
    }

    public bool Contains(int position) => (_words[position / BitsOfWord] & (1UL << (position % BitsOfWord))) != 0;

    /// <summary>Positions in ascending order.</summary>
    /// <param name="skipped">How many are left out before them.</param>
    /// <param name="most">How many at the most.</param>
    public ImmutableArray<int> Page(int skipped, int most)
    {
        var page = ImmutableArray.CreateBuilder<int>(Math.Clamp(Count - skipped, 0, most));
        for (var i = 0; i < _words.Length && page.Count < page.Capacity; i++)
        {
            var word = _words[i];
            var inWord = BitOperations.PopCount(word);
            if (skipped >= inWord)
            {
                skipped -= inWord;
                continue;
            }

            for (; word != 0 && page.Count < page.Capacity; word &= word - 1)
            {
                if (skipped-- <= 0)
                    page.Add((i * BitsOfWord) + BitOperations.TrailingZeroCount(word));
            }

            skipped = 0;
        }

        return page.DrainToImmutable();
    }

    private static ulong[] Words(int posts) => new ulong[(posts + BitsOfWord - 1) / BitsOfWord];
}
