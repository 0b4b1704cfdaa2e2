using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Keeps the parts of the index that were written last: where one post has changed, the words of the others need not be looked at
/// again. What is written is the same.
/// </summary>
internal sealed class KeptParts
{
    // Whoever edits posts edits those of a part or two. Each takes some 10 MB.
    private readonly LastUsed<SearchPart> _kept = new(most: 2);

    /// <summary>A part with these posts.</summary>
    /// <param name="name">Its file's.</param>
    /// <param name="posts">The oldest first.</param>
    public byte[] Write(string name, ImmutableArray<IndexedPost> posts)
    {
        // What is counted is not all that can be in a text, such as the author's HTML.
        if (posts.Sum(post => (long)post.Words.Bytes.Length) > SearchPart.MaxWordBytes)
            posts = [.. posts.Select(post => post with { Words = post.Words.Cut(SearchPart.MaxWordBytes / SearchPart.MaxPosts) })];
        var part = _kept.Take(name);
        if (part?.TryBecome(posts) != true)
            part = SearchPart.Of(posts);
        var bytes = part.Write();
        _kept.Keep(name, part);
        return bytes;
    }
}
