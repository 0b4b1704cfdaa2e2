using System.Collections.Immutable;

namespace Press;

/// <summary>An order of all posts of a catalog other than the catalog's own. It is sorted once.</summary>
internal sealed class PostOrdering
{
    // Of fewer posts than one in so many, sorting their ranks is less than going through the whole order.
    private const int Few = 16;

    private readonly ImmutableArray<int> _positions;
    private readonly int[] _ranks;

    /// <summary>The order.</summary>
    /// <param name="positions">The positions of all posts, as they come in it.</param>
    public PostOrdering(IEnumerable<int> positions)
    {
        _positions = [.. positions];
        _ranks = new int[_positions.Length];
        for (var rank = 0; rank < _ranks.Length; rank++)
            _ranks[_positions[rank]] = rank;
    }

    /// <summary>A page of some posts in this order.</summary>
    /// <param name="posts">The posts.</param>
    /// <param name="skipped">How many of them are left out before the page.</param>
    /// <param name="most">How many the page has at the most.</param>
    public ImmutableArray<int> Page(PostSet posts, int skipped, int most)
    {
        if (posts.Count < _positions.Length / Few)
            return [.. RanksOf(posts).Skip(skipped).Take(most).Select(rank => _positions[rank])];

        var page = ImmutableArray.CreateBuilder<int>(Math.Clamp(posts.Count - skipped, 0, most));
        foreach (var position in _positions)
        {
            if (page.Count == page.Capacity)
                break;
            if (posts.Contains(position) && skipped-- <= 0)
                page.Add(position);
        }

        return page.DrainToImmutable();
    }

    private int[] RanksOf(PostSet posts)
    {
        var ranks = new int[posts.Count];
        var positions = posts.Page(0, posts.Count);
        for (var i = 0; i < ranks.Length; i++)
            ranks[i] = _ranks[positions[i]];
        Array.Sort(ranks);
        return ranks;
    }
}
