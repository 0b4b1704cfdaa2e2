using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Finds posts by the words of their title, tags, categories and excerpt, by the rules of the search. It is all that a catalog knows of
/// their text: whoever has the site's index finds the words of whole posts with <see cref="PostSearch"/>.
/// </summary>
internal sealed class TextIndex
{
    private readonly ImmutableArray<IndexedPart> _parts;
    private readonly Dictionary<string, int> _positions;

    public TextIndex(ImmutableArray<PostEntry> entries)
    {
        _positions = entries.Index().ToDictionary(entry => entry.Item.Path, entry => entry.Index, StringComparer.Ordinal);
        _parts = [.. entries.Chunk(SearchPart.MaxPosts).Select(PartOf)];
    }

    /// <summary>The posts in which every word of a text stands; none for a text without words.</summary>
    public ImmutableArray<int> Find(string text)
    {
        var terms = PostSearch.TermsOf(text);
        return [.. _parts.SelectMany(part => part.Find(terms)).Select(path => _positions[path]).Order()];
    }

    private static IndexedPart PartOf(PostEntry[] entries)
    {
        var part = SearchPart.Of(entries.Select(entry => new IndexedPost(entry, PostWords.OfText(entry.Excerpt))));
        return IndexedPart.Parse(part.Write())!;
    }
}
