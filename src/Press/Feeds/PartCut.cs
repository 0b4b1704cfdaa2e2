using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Cuts posts into parts, counted from the oldest, for files that hold something of every post: a new post changes the last part alone.
/// A part ends where it is full, by posts or by bytes. Of usual posts it is always the number that fills it, so that a change of one post
/// moves no other to another part.
/// </summary>
internal static class PartCut
{
    // A UTF-16 unit becomes no more than \uXXXX in JSON.
    private const int MaxBytesOfUnit = 6;

    /// <summary>The parts, the oldest first; the posts of each in the order of the catalog, the newest first.</summary>
    /// <param name="posts">In the order of the catalog.</param>
    /// <param name="maxPosts">The most of a part.</param>
    /// <param name="maxBytes">The most bytes of a part; a post that has more by itself is alone in its part.</param>
    /// <param name="maxBytesOf">The most bytes that a post can need.</param>
    public static ImmutableArray<ImmutableArray<PostEntry>> Of(
        IEnumerable<PostEntry> posts, int maxPosts, int maxBytes, Func<PostEntry, long> maxBytesOf)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<PostEntry>>();
        var open = new List<PostEntry>();
        var bytes = 0L;
        foreach (var post in posts.Reverse())
        {
            var added = maxBytesOf(post);
            if (open.Count == maxPosts || (open.Count > 0 && bytes + added > maxBytes))
                Close();
            open.Add(post);
            bytes += added;
        }

        Close();
        return parts.ToImmutable();

        void Close()
        {
            if (open.Count > 0)
                parts.Add([.. Enumerable.Reverse(open)]);
            open.Clear();
            bytes = 0;
        }
    }

    /// <summary>The most bytes that texts can need in JSON, without the names of their fields.</summary>
    public static long MaxJsonBytesOf(params IEnumerable<string?> texts) =>
        texts.Sum(text => (long)(text?.Length ?? 0) + 3) * MaxBytesOfUnit;
}
