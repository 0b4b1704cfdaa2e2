using System.Collections.Concurrent;

namespace Press;

/// <summary>
/// Posts that were read for their summaries, until their pages are made: so most are read once. It holds no more than a budget of
/// characters; a post that has no room is read again.
/// </summary>
internal sealed class OpenPosts(long mostCharacters)
{
    private readonly ConcurrentDictionary<(string Name, UInt128 Content, UInt128 ReadWith), Post> _posts = new();
    private long _characters;

    public void Add(Post post, UInt128 readWith)
    {
        if (Interlocked.Read(ref _characters) + SizeOf(post) <= mostCharacters
            && _posts.TryAdd((post.SourceName, post.ContentHash, readWith), post))
            Interlocked.Add(ref _characters, SizeOf(post));
    }

    /// <summary>The post, which stays open.</summary>
    public Post? Find(PostSummary post, UInt128 readWith) => _posts.GetValueOrDefault((post.SourceName, post.Content, readWith));

    private static long SizeOf(Post post) => post.Html.Length + post.ExcerptHtml.Length;
}
