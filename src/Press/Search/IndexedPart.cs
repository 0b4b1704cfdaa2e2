using System.Text;
using System.Text.Json;

namespace Press;

/// <summary>A part of the search index as it is read: its bytes, of which a question looks at a few pieces.</summary>
internal sealed class IndexedPart
{
    private readonly SearchHead _head;
    private readonly ReadOnlyMemory<byte> _body;
    private readonly int[] _keysAt;

    private IndexedPart(SearchHead head, ReadOnlyMemory<byte> body)
    {
        (_head, _body) = (head, body);
        _keysAt = new int[head.Keys.Length + 1];
        _keysAt[0] = head.Posts.Sum();
        for (var place = 0; place < head.Keys.Length; place++)
            _keysAt[place + 1] = _keysAt[place] + head.Keys[place].N;
    }

    /// <summary>The part; null for bytes that are none, or are not whole.</summary>
    public static IndexedPart? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            if (end < 0
                || JsonSerializer.Deserialize(bytes.Span[..end], SearchJson.Readable.SearchHead)
                    is not { Format: 1, Posts.IsDefault: false, Keys.IsDefault: false } head)
                return null;
            var part = new IndexedPart(head, bytes[(end + 1)..]);
            return part._keysAt[^1] == part._body.Length ? part : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The paths of the posts that have all of the terms, readable.</summary>
    public IEnumerable<string> Find(IReadOnlyCollection<SearchTerm> terms)
    {
        HashSet<int>? found = null;
        foreach (var term in terms)
        {
            var having = PostsWith(term).ToHashSet();
            if (found is null)
                found = having;
            else
                found.IntersectWith(having);
            if (found.Count == 0)
                return [];
        }

        return found is null ? [] : PathsOf(found);
    }

    private IEnumerable<int> PostsWith(SearchTerm term)
    {
        var place = 0;
        while (place + 1 < _head.Keys.Length && string.CompareOrdinal(_head.Keys[place + 1].K, term.Text) <= 0)
            place++;
        for (; place < _head.Keys.Length; place++)
        {
            foreach (var (key, lists) in LinesOf(Text(_keysAt[place], _keysAt[place + 1])))
            {
                if (key.StartsWith(term.Text, StringComparison.Ordinal))
                {
                    if (!term.IsWhole || key.Length == term.Text.Length)
                    {
                        foreach (var post in lists.SelectMany(PostsIn))
                            yield return post;
                    }
                }
                else if (string.CompareOrdinal(key, term.Text) > 0)
                {
                    yield break;
                }
            }
        }
    }

    private List<string> PathsOf(HashSet<int> posts)
    {
        var paths = new List<string>(posts.Count);
        var start = 0;
        for (var piece = 0; piece < _head.Posts.Length; piece++)
        {
            var end = start + _head.Posts[piece];
            var first = piece * SearchPart.PostsOfPiece;
            if (Enumerable.Range(first, SearchPart.PostsOfPiece).Any(posts.Contains))
            {
                var lines = Text(start, end).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                paths.AddRange(lines.Where((_, place) => posts.Contains(first + place))
                    .Select(line => UrlPath.Decode(SearchPost.Parse(line).Path))
                    .OfType<string>());
            }

            start = end;
        }

        return paths;
    }

    /// <summary>The posts that a list of a line names, ascending.</summary>
    private static IEnumerable<int> PostsIn(string list)
    {
        var post = -1;
        foreach (var character in list)
        {
            if (character == SearchPart.Skip)
            {
                post += SearchPart.MaxGap;
                continue;
            }

            post += character - SearchPart.FirstGap + 1;
            yield return post;
        }
    }

    /// <summary>The lines of a piece of keys, each with its whole key.</summary>
    private static IEnumerable<(string Key, string[] Lists)> LinesOf(string piece)
    {
        var last = "";
        foreach (var line in piece.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('\t');
            var shared = SearchPart.Digits.IndexOf(fields[0][0], StringComparison.Ordinal);
            last = string.Concat(last.AsSpan(0, shared), fields[0].AsSpan(1));
            yield return (last, fields[1..]);
        }
    }

    private string Text(int start, int end) => Encoding.UTF8.GetString(_body.Span[start..end]);
}
