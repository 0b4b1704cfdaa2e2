using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>
/// A part of the search index: some posts of one language, and the keys by which they are found. It is a text, read piece by piece
/// with <c>Range</c>: a head of one line, then pieces of posts, then pieces of keys.
/// </summary>
/// <remarks>
/// A line of a post is <c>path TAB title TAB day</c>. A line of a key is how many of its first characters the line before has too (one
/// base-36 digit, zero in the first line of a piece), the others, and for each <see cref="WordWeight"/> a tab and the posts: each is one
/// character,
/// <c>!</c> for the next post after the one before, and so on to <c>}</c>; <c>~</c> skips as many and is none.
/// </remarks>
internal sealed class SearchPart
{
    /// <summary>The posts of a part.</summary>
    public const int MaxPosts = 256;

    /// <summary>The posts of a piece.</summary>
    public const int PostsOfPiece = 8;

    /// <summary>About how long a piece of keys is, in bytes; one line may reach over it.</summary>
    public const int BytesOfPiece = 4 * 1024;

    /// <summary>The most gaps that one character counts, and what stands for so many posts that have not the key.</summary>
    public const int MaxGap = 93;

    private const char FirstGap = '!';
    private const char Skip = '~';
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    private readonly List<SearchPost> _posts = [];
    private readonly Dictionary<string, List<Hit>> _keys = new(StringComparer.Ordinal);

    /// <summary>Adds a post.</summary>
    /// <param name="entry">The post.</param>
    /// <param name="words">Those of its body.</param>
    public void Add(PostEntry entry, PostWords words)
    {
        var number = (byte)_posts.Count;
        _posts.Add(SearchPost.Of(entry));
        foreach (var (word, weight) in words.All())
            Add(number, word, weight);
        foreach (var text in entry.Tags.Concat(entry.Categories).Prepend(entry.Title))
        {
            foreach (var word in SearchText.WordsOf(SearchText.Fold(text)))
                Add(number, word, WordWeight.Title);
        }
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        var body = new ArrayBufferWriter<byte>();
        var posts = ImmutableArray.CreateBuilder<int>();
        foreach (var piece in _posts.Chunk(PostsOfPiece))
            posts.Add(Append(body, string.Concat(piece.Select(post => post.ToLine()))));
        var keys = WriteKeys(body);
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new SearchHead(1, _posts.Count, posts.ToImmutable(), keys), SearchJson.Readable.SearchHead);
        return [.. head, (byte)'\n', .. body.WrittenSpan];
    }

    private void Add(byte post, ReadOnlySpan<char> word, WordWeight weight)
    {
        var bySpan = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var key in SearchText.KeysOf(word))
        {
            if (!bySpan.TryGetValue(key, out var hits))
                bySpan[key] = hits = [];
            if (hits.Count == 0 || hits[^1].Post != post)
                hits.Add(new Hit(post, weight));
            else if (hits[^1].Weight < weight)
                hits[^1] = new Hit(post, weight);
        }
    }

    private ImmutableArray<SearchPiece> WriteKeys(ArrayBufferWriter<byte> body)
    {
        var pieces = ImmutableArray.CreateBuilder<SearchPiece>();
        var line = new ArrayBufferWriter<char>();
        var (first, last, start) = ("", "", body.WrittenCount);
        foreach (var key in _keys.Keys.Order(StringComparer.Ordinal))
        {
            line.ResetWrittenCount();
            WriteLine(line, key, body.WrittenCount == start ? "" : last, _keys[key]);
            if (body.WrittenCount - start + line.WrittenCount > BytesOfPiece && body.WrittenCount > start)
            {
                Close();
                line.ResetWrittenCount();
                WriteLine(line, key, "", _keys[key]);
            }

            if (body.WrittenCount == start)
                first = key;
            Encoding.UTF8.GetBytes(line.WrittenSpan, body);
            last = key;
        }

        Close();
        return pieces.ToImmutable();

        void Close()
        {
            if (body.WrittenCount > start)
                pieces.Add(new SearchPiece(first, body.WrittenCount - start));
            start = body.WrittenCount;
        }
    }

    private static void WriteLine(ArrayBufferWriter<char> line, string key, string before, List<Hit> hits)
    {
        var shared = key.AsSpan().CommonPrefixLength(before);
        line.Write([Digits[shared]]);
        line.Write(key.AsSpan(shared));
        var most = WordWeight.Once;
        for (var weight = WordWeight.Once; weight <= most; weight++)
        {
            line.Write(['\t']);
            var last = -1;
            foreach (var hit in hits)
            {
                most = hit.Weight > most ? hit.Weight : most;
                if (hit.Weight != weight)
                    continue;
                var gap = hit.Post - last - 1;
                for (; gap >= MaxGap; gap -= MaxGap)
                    line.Write([Skip]);
                line.Write([(char)(FirstGap + gap)]);
                last = hit.Post;
            }
        }

        line.Write(['\n']);
    }

    private static int Append(ArrayBufferWriter<byte> body, string text)
    {
        var before = body.WrittenCount;
        Encoding.UTF8.GetBytes(text, body);
        return body.WrittenCount - before;
    }

    /// <summary>The posts that a list of a line names, ascending.</summary>
    public static IEnumerable<int> PostsIn(string list)
    {
        var post = -1;
        foreach (var character in list)
        {
            if (character == Skip)
            {
                post += MaxGap;
                continue;
            }

            post += character - FirstGap + 1;
            yield return post;
        }
    }

    /// <summary>The lines of a piece of keys, each with its whole key.</summary>
    public static IEnumerable<(string Key, string[] Lists)> LinesOf(string piece)
    {
        var last = "";
        foreach (var line in piece.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('\t');
            last = string.Concat(last.AsSpan(0, Digits.IndexOf(fields[0][0], StringComparison.Ordinal)), fields[0].AsSpan(1));
            yield return (last, fields[1..]);
        }
    }

    private readonly record struct Hit(byte Post, WordWeight Weight);
}

/// <summary>The first line of a part: where everything is.</summary>
/// <param name="Format">Of the file; 1 is the only one.</param>
/// <param name="Count">How many posts it has, the oldest first.</param>
/// <param name="Posts">How many bytes each piece of posts has, from the byte behind the line on.</param>
/// <param name="Keys">The pieces of keys, by key (ordinal); they follow.</param>
internal sealed record SearchHead(int Format, int Count, ImmutableArray<int> Posts, ImmutableArray<SearchPiece> Keys);

/// <summary>A piece of keys.</summary>
/// <param name="K">The first of them.</param>
/// <param name="N">How many bytes it has.</param>
internal sealed record SearchPiece(string K, int N);

/// <summary>A post as results show it.</summary>
/// <param name="Path">Below the base URL, percent-encoded.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Day">The day, as the post's own time zone has it; empty for a page without one.</param>
internal sealed record SearchPost(string Path, string Title, string Day)
{
    public static SearchPost Of(PostEntry entry) => new(
        UrlPath.Encode(entry.Path),
        string.Join(' ', entry.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        entry.Date == DateTimeOffset.UnixEpoch ? "" : entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static SearchPost Parse(string line) =>
        line.Split('\t') is [var path, var title, var day] ? new(path, title, day) : new("", "", "");

    public string ToLine() => $"{Path}\t{Title}\t{Day}\n";
}

/// <summary>Names the parts of the index.</summary>
/// <param name="Base">What stands before the paths of posts in links.</param>
/// <param name="Index">What stands behind those that end in a slash: empty, or <c>index.html</c>.</param>
/// <param name="Languages">In the site's order.</param>
internal sealed record SearchList(string Base, string Index, ImmutableArray<SearchLanguage> Languages);

/// <summary>A language of the index.</summary>
/// <param name="Lang">A BCP 47 tag.</param>
/// <param name="Parts">Their names beside the list, the newest first.</param>
internal sealed record SearchLanguage(string Lang, ImmutableArray<string> Parts);

[JsonSerializable(typeof(SearchHead))]
[JsonSerializable(typeof(SearchList))]
internal sealed partial class SearchJson : JsonSerializerContext
{
    public static SearchJson Readable { get; } = new(new JsonSerializerOptions(StoredJson.Writing));
}
