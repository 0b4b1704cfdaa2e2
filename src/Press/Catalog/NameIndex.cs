using System.Collections.Immutable;

namespace Press;

/// <summary>Posts by the tags or the categories that they have, found by name in any spelling, or by slug.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, Named> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> _bySlug = new(StringComparer.Ordinal);

    public NameIndex(ImmutableArray<PostEntry> entries, Func<PostEntry, ImmutableArray<string>> namesOf)
    {
        var postings = PostingLists.Of(entries, Enumerable.Range(0, entries.Length), entry => namesOf(entry).Select(NameKey.Of));
        var spellings = entries.SelectMany(entry => namesOf(entry)).ToLookup(NameKey.Of, StringComparer.Ordinal);
        foreach (var key in postings.Keys)
        {
            // The spelling that most posts use; of equals the first (ordinal), so that the order of posts does not matter.
            var name = spellings[key].CountBy(spelling => spelling).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).First().Key;
            var named = new Named(name, UniqueSlug(name), postings.Find(key));
            _byKey.Add(key, named);
            _bySlug.Add(named.Slug, named);
        }
    }

    /// <summary>All names, ordinal.</summary>
    public IEnumerable<string> Names => _byKey.Values.Select(named => named.Name).Order(StringComparer.Ordinal);

    /// <summary>The posts that have a name, in whatever spelling, or whose slug this is; null if no post has it.</summary>
    public ImmutableArray<int>? Find(string written) =>
        _byKey.TryGetValue(NameKey.Of(written), out var named) || _bySlug.TryGetValue(NameKey.Of(written), out named) ? named.Posts : null;

    /// <summary>How many of these posts have each name.</summary>
    public ImmutableArray<TagCount> Counts(ImmutableArray<int> positions) =>
        [.. _byKey.Values
            .Select(named => new TagCount(named.Name, named.Slug, PostingLists.Intersect([named.Posts, positions]).Length))
            .Where(tag => tag.Count > 0)
            .OrderByDescending(tag => tag.Count)
            .ThenBy(tag => tag.Name, StringComparer.Ordinal)];

    /// <summary>Two names may have one slug (C and C#): the second in the order of keys gets a number.</summary>
    private string UniqueSlug(string name)
    {
        var slug = Slug.Of(name);
        var unique = slug;
        for (var number = 2; _bySlug.ContainsKey(unique); number++)
            unique = $"{slug}-{number}";
        return unique;
    }

    private sealed record Named(string Name, string Slug, ImmutableArray<int> Posts);
}
