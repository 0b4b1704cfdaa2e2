using System.Collections.Concurrent;
using System.Text;

namespace Press;

/// <summary>
/// Posts that were read for their summaries, until their pages are made: so most are read once. It holds no more than a budget of
/// bytes; a post that has no room is read again.
/// </summary>
internal sealed class OpenPosts(long mostBytes)
{
    private readonly ConcurrentDictionary<(string Name, UInt128 Content, UInt128 ReadWith), Kept> _posts = new();
    private long _bytes;

    public void Add(Post post, UInt128 readWith)
    {
        if (Interlocked.Read(ref _bytes) + post.Html.Length > mostBytes)
            return;
        var kept = Kept.Of(post);
        if (_posts.TryAdd((post.SourceName, post.ContentHash, readWith), kept))
            Interlocked.Add(ref _bytes, kept.Size);
    }

    /// <summary>The post, which stays open.</summary>
    public Post? Find(PostSummary post, UInt128 readWith) =>
        _posts.TryGetValue((post.SourceName, post.Content, readWith), out var kept) ? kept.Open() : null;

    // Bodies are nearly all that a site of many posts holds, and most of their characters are markup: as UTF-8 they are half as long.
    private readonly record struct Kept(Post WithoutBody, byte[] Html, byte[] ExcerptHtml)
    {
        public int Size => Html.Length + ExcerptHtml.Length;

        public static Kept Of(Post post) => new(
            post with { Html = "", ExcerptHtml = "" }, Encoding.UTF8.GetBytes(post.Html), Encoding.UTF8.GetBytes(post.ExcerptHtml));

        public Post Open() => WithoutBody with { Html = Encoding.UTF8.GetString(Html), ExcerptHtml = Encoding.UTF8.GetString(ExcerptHtml) };
    }
}
