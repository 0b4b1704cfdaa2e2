using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace Press;

/// <summary>
/// Posts that were read for their summaries, until their pages are made: so most are read once. It holds no more than a budget of
/// bytes; a post that has no room is read again.
/// </summary>
/// <param name="mostBytes">The budget, for their bodies.</param>
/// <param name="areTaken">Whether a post is gone once it was asked for: who makes each page once needs few a second time.</param>
internal sealed class OpenPosts(long mostBytes, bool areTaken)
{
    private readonly ConcurrentDictionary<(string Name, UInt128 Content, UInt128 ReadWith), Kept> _posts = new();
    private long _bytes;

    /// <summary>The posts that stay open though they were asked for: they are wanted for more than their pages. By their sources.</summary>
    public IReadOnlySet<string> Staying { get; set; } = ImmutableHashSet<string>.Empty;

    public void Add(Post post, UInt128 readWith)
    {
        var (html, excerpt) = (Encoding.UTF8.GetByteCount(post.Html), Encoding.UTF8.GetByteCount(post.ExcerptHtml));
        var size = html + excerpt;
        if (Interlocked.Read(ref _bytes) + size <= mostBytes
            && Kept.Of(post, html, excerpt) is { } kept
            && _posts.TryAdd((post.SourceName, post.ContentHash, readWith), kept))
            Interlocked.Add(ref _bytes, size);
    }

    /// <summary>The post; null if it is not open.</summary>
    public Post? Find(PostSummary post, UInt128 readWith)
    {
        var key = (post.SourceName, post.Content, readWith);
        if (!areTaken || Staying.Contains(post.SourceName))
            return _posts.TryGetValue(key, out var found) ? found.Open() : null;
        if (!_posts.TryRemove(key, out var taken))
            return null;
        Interlocked.Add(ref _bytes, -taken.Size);
        return taken.Open();
    }

    // Bodies are nearly all that a site of many posts holds, and most of their characters are markup, which is half as long as UTF-8.
    private readonly record struct Kept(Post WithoutBody, byte[] Html, byte[] ExcerptHtml)
    {
        public int Size => Html.Length + ExcerptHtml.Length;

        /// <summary>Null for a post that UTF-8 cannot hold: half of a letter stands in it, as a filter of Liquid may leave it.</summary>
        public static Kept? Of(Post post, int htmlLength, int excerptLength) =>
            BytesOf(post.Html, htmlLength) is { } html && BytesOf(post.ExcerptHtml, excerptLength) is { } excerpt
                ? new Kept(post with { Html = "", ExcerptHtml = "" }, html, excerpt)
                : null;

        public Post Open() => WithoutBody with { Html = Encoding.UTF8.GetString(Html), ExcerptHtml = Encoding.UTF8.GetString(ExcerptHtml) };

        private static byte[]? BytesOf(string text, int length)
        {
            var bytes = new byte[length];
            var status = Utf8.FromUtf16(text, bytes, out _, out _, replaceInvalidSequences: false);
            return status is OperationStatus.Done ? bytes : null;
        }
    }
}
