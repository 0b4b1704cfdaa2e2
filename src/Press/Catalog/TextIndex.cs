using System.Collections.Immutable;

namespace Press;

/// <summary>Finds posts by pieces of their title, excerpt and tags, in the middle of a word too, as Korean and Chinese need it.</summary>
/// <remarks>An index of single characters and pairs: the rarest pair of what is looked for leaves few posts to look at.</remarks>
internal sealed class TextIndex
{
    private readonly ImmutableArray<string> _texts;
    private readonly PostingLists _pieces;

    public TextIndex(ImmutableArray<PostEntry> entries)
    {
        _texts = [.. entries.Select(entry => NameKey.Of(string.Join('\n', [entry.Title, entry.Excerpt, .. entry.Tags])))];
        _pieces = PostingLists.Of(_texts, [.. Enumerable.Range(0, _texts.Length)], PiecesOf);
    }

    /// <summary>The posts in which every word of a text stands somewhere, case and width apart.</summary>
    public ImmutableArray<int> Find(string text) =>
        PostingLists.Intersect(NameKey.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FindWord));

    private ImmutableArray<int> FindWord(string word)
    {
        var candidates = PiecesOf(word).Where(piece => piece.Length == Math.Min(2, word.Length)).Select(_pieces.Find).MinBy(list => list.Length);
        return [.. candidates.Where(position => _texts[position].Contains(word, StringComparison.Ordinal))];
    }

    private static IEnumerable<string> PiecesOf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            yield return text.Substring(i, 1);
            if (i + 1 < text.Length)
                yield return text.Substring(i, 2);
        }
    }
}
