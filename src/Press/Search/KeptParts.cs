using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Keeps the parts of the index that were written last: where one post has changed, the words of the others need not be looked at
/// again. What is written is the same.
/// </summary>
internal sealed class KeptParts
{
    // Whoever edits posts edits those of a part or two. Each takes some 10 MB.
    private const int Most = 2;

    private readonly List<(string Name, SearchPart Part)> _kept = [];

    /// <summary>A part with these posts.</summary>
    /// <param name="name">Its file's.</param>
    /// <param name="posts">The oldest first.</param>
    public byte[] Write(string name, ImmutableArray<IndexedPost> posts)
    {
        // What is counted is not all that can be in a text, such as the author's HTML.
        if (posts.Sum(post => (long)post.Words.Bytes.Length) > SearchPart.MaxWordBytes)
            posts = [.. posts.Select(post => post with { Words = post.Words.Cut(SearchPart.MaxWordBytes / SearchPart.MaxPosts) })];
        var part = Take(name);
        if (part?.TryBecome(posts) != true)
            part = SearchPart.Of(posts);
        var bytes = part.Write();
        Keep(name, part);
        return bytes;
    }

    /// <summary>Takes it out, so that nobody else changes it at the same time.</summary>
    private SearchPart? Take(string name)
    {
        lock (_kept)
        {
            var place = _kept.FindIndex(kept => kept.Name == name);
            if (place < 0)
                return null;
            var part = _kept[place].Part;
            _kept.RemoveAt(place);
            return part;
        }
    }

    private void Keep(string name, SearchPart part)
    {
        lock (_kept)
        {
            _kept.RemoveAll(kept => kept.Name == name);
            _kept.Add((name, part));
            if (_kept.Count > Most)
                _kept.RemoveAt(0);
        }
    }
}
