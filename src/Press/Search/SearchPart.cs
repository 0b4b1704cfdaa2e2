using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Press;

/// <summary>
/// A part of the search index: some posts of one language, and the keys by which they are found. It is a text, read piece by piece
/// with <c>Range</c>: a head of one line, then pieces of posts, then pieces of keys.
/// </summary>
/// <remarks>
/// A line of a post is <c>path TAB title TAB day</c>. A line of a key is how many of its first characters the line before has too (one
/// base-36 digit, zero in the first line of a piece), the others, and for each <see cref="WordWeight"/> a tab and the posts: each is one
/// character, <c>!</c> for the next post after the one before, and so on to <c>}</c>; <c>~</c> skips as many and is none.
/// </remarks>
internal sealed class SearchPart
{
    /// <summary>The posts of a part.</summary>
    public const int MaxPosts = 256;

    /// <summary>The posts of a piece.</summary>
    public const int PostsOfPiece = 8;

    /// <summary>About how long a piece of keys is, in bytes; one line may reach over it.</summary>
    public const int BytesOfPiece = 4 * 1024;

    /// <summary>The most posts that one character passes over.</summary>
    public const int MaxGap = 93;

    /// <summary>What stands for the next post.</summary>
    public const char FirstGap = '!';

    /// <summary>What stands for <see cref="MaxGap"/> posts that have not the key.</summary>
    public const char Skip = '~';

    /// <summary>What counts the characters that two keys have in common.</summary>
    public const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>
    /// The bytes of the words of a part's posts: it ends where they may be more. The file may have about nine times as many, as a rule it
    /// has less.
    /// </summary>
    public const int MaxWordBytes = 4 * 1024 * 1024;

    private readonly List<IndexedPost> _posts = [];
    private readonly Dictionary<string, List<Hit>> _keys = new(StringComparer.Ordinal);

    // In their order, once the part was written: to sort them takes as long as all the rest of writing.
    private List<string>? _inOrder;

    /// <summary>A part with these posts.</summary>
    public static SearchPart Of(IEnumerable<IndexedPost> posts)
    {
        var part = new SearchPart();
        foreach (var post in posts)
            part.Add(post);
        return part;
    }

    /// <summary>
    /// Has these posts in the place of its own, if that is less than making it anew: if those that it has are among the first of them, as
    /// they were or changed.
    /// </summary>
    /// <returns>Whether it has them now; else it is as it was.</returns>
    public bool TryBecome(ImmutableArray<IndexedPost> posts)
    {
        if (_posts.Count > posts.Length)
            return false;
        var changed = Enumerable.Range(0, _posts.Count).Where(number => !_posts[number].IsSame(posts[number])).ToList();
        if (changed.Count > _posts.Count / 8)
            return false;
        foreach (var number in changed)
        {
            foreach (var word in WordsOf(_posts[number]))
                Remove((byte)number, word.Word);
            _posts[number] = posts[number];
            AddWords((byte)number);
        }

        foreach (var post in posts.Skip(_posts.Count))
            Add(post);
        return true;
    }

    private void Add(IndexedPost post)
    {
        _posts.Add(post);
        AddWords((byte)(_posts.Count - 1));
    }

    private void AddWords(byte number)
    {
        foreach (var (word, weight) in WordsOf(_posts[number]))
            Add(number, word, weight);
    }

    private static IEnumerable<(string Word, WordWeight Weight)> WordsOf(IndexedPost post) =>
        post.Words.All().Concat(post.Entry.Tags.Concat(post.Entry.Categories).Prepend(post.Entry.Title).SelectMany(TitleWordsOf));

    private static List<(string Word, WordWeight Weight)> TitleWordsOf(string text)
    {
        var words = new List<(string, WordWeight)>();
        foreach (var word in SearchText.WordsOf(SearchText.Fold(text)))
            words.Add((word.ToString(), WordWeight.Title));
        return words;
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        var body = new ArrayBufferWriter<byte>();
        var posts = ImmutableArray.CreateBuilder<int>();
        foreach (var piece in _posts.Chunk(PostsOfPiece))
            posts.Add(Append(body, string.Concat(piece.Select(post => SearchPost.Of(post.Entry).ToLine()))));
        var keys = WriteKeys(body);
        var head = JsonSerializer.SerializeToUtf8Bytes(
            new SearchHead(1, _posts.Count, posts.ToImmutable(), keys), SearchJson.Readable.SearchHead);
        return [.. head, (byte)'\n', .. body.WrittenSpan];
    }

    private void Add(byte post, ReadOnlySpan<char> word, WordWeight weight)
    {
        var bySpan = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in SearchText.KeysOf(word))
        {
            if (!bySpan.TryGetValue(span, out var hits))
            {
                var key = span.ToString();
                _keys[key] = hits = [];
                if (_inOrder is not null)
                    _inOrder.Insert(~_inOrder.BinarySearch(key, StringComparer.Ordinal), key);
            }

            var place = PlaceOf(post, hits);
            if (place < 0)
                hits.Insert(~place, new Hit(post, weight));
            else if (hits[place].Weight < weight)
                hits[place] = new Hit(post, weight);
        }
    }

    private void Remove(byte post, ReadOnlySpan<char> word)
    {
        var bySpan = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in SearchText.KeysOf(word))
        {
            // Two words of a post may have one key.
            if (!bySpan.TryGetValue(span, out var hits) || PlaceOf(post, hits) is not (>= 0 and var place))
                continue;
            hits.RemoveAt(place);
            if (hits.Count > 0)
                continue;
            bySpan.Remove(span, out var key, out _);
            _inOrder?.RemoveAt(_inOrder.BinarySearch(key!, StringComparer.Ordinal));
        }
    }

    /// <summary>Where a post is, or as its complement where it would be. Most often it is the last one.</summary>
    private static int PlaceOf(byte post, List<Hit> hits)
    {
        var place = hits.Count - 1;
        while (place >= 0 && hits[place].Post > post)
            place--;
        return place >= 0 && hits[place].Post == post ? place : ~(place + 1);
    }

    private ImmutableArray<SearchPiece> WriteKeys(ArrayBufferWriter<byte> body)
    {
        var pieces = ImmutableArray.CreateBuilder<SearchPiece>();
        var line = new ArrayBufferWriter<char>();
        var (first, last, start) = ("", "", body.WrittenCount);
        _inOrder ??= [.. _keys.Keys.Order(StringComparer.Ordinal)];
        foreach (var key in _inOrder)
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

    private readonly record struct Hit(byte Post, WordWeight Weight);
}
