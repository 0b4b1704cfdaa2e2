using System.Collections.Immutable;

namespace Press;

/// <summary>Posts by the tags or the categories that they have, found by name in any spelling, or by slug.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, Named> _bySlug = new(StringComparer.Ordinal);

    public NameIndex(ImmutableArray<PostEntry> entries, Func<PostEntry, ImmutableArray<string>> namesOf)
    {
        var postings = PostingLists.Of(entries, Enumerable.Range(0, entries.Length), entry => namesOf(entry).Select(NameSlug.Of));
        var spellings = entries.SelectMany(entry => namesOf(entry)).ToLookup(NameSlug.Of, StringComparer.Ordinal);
        foreach (var slug in postings.Keys)
        {
            // The spelling that most posts use; of equals the first (ordinal), so that the order of posts does not matter.
            var name = spellings[slug].CountBy(spelling => spelling).OrderByDescending(count => count.Value).ThenBy(count =>
                count.Key, StringComparer.Ordinal).First().Key;
            _bySlug.Add(slug, new Named(name, slug, postings.Find(slug)));
        }
    }

    /// <summary>All names, ordinal.</summary>
    public IEnumerable<string> Names => _bySlug.Values.Select(named => named.Name).Order(StringComparer.Ordinal);

    /// <summary>The posts that have a name, in whatever spelling, or whose slug this is; null if no post has it.</summary>
    public ImmutableArray<int>? Find(string written) =>
        NamedAs(written)?.Posts;

    /// <summary>The spelling by which a name is shown; null if no post has it.</summary>
    public string? SpellingOf(string written) => NamedAs(written)?.Name;

    /// <summary>How many of these posts have each name.</summary>
    public ImmutableArray<TagCount> Counts(ImmutableArray<int> positions) =>
        [.. _bySlug.Values
            .Select(named => new TagCount(named.Name, named.Slug, PostingLists.Intersect([named.Posts, positions]).Length))
            .Where(tag => tag.Count > 0)
            .OrderByDescending(tag => tag.Count)
            .ThenBy(tag => tag.Name, StringComparer.Ordinal)];

    private Named? NamedAs(string written) => _bySlug.GetValueOrDefault(NameSlug.Of(written));

    private sealed record Named(string Name, string Slug, ImmutableArray<int> Posts);
}
