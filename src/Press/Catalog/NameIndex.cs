using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Posts by the tags or the categories that they have, found by name in any spelling, or by slug.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, Named> _bySlug = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ImmutableArray<Named>> _namesOfPosts;
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _languages = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PostEntry> _entries;

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

        _entries = entries;
        _namesOfPosts = [.. entries.Select(NamedOf)];

        ImmutableArray<Named> NamedOf(PostEntry entry) =>
            [.. namesOf(entry).Select(NameSlug.Of).Distinct(StringComparer.Ordinal).Select(slug => _bySlug[slug])];
    }

    /// <summary>All names, ordinal.</summary>
    public IEnumerable<string> Names => _bySlug.Values.Select(named => named.Name).Order(StringComparer.Ordinal);

    /// <summary>The posts that have a name, in whatever spelling, or whose slug this is; null if no post has it.</summary>
    public ImmutableArray<int>? Find(string written) =>
        NamedAs(written)?.Posts;

    /// <summary>The spelling by which a name is shown; null if no post has it.</summary>
    public string? SpellingOf(string written) => NamedAs(written)?.Name;

    /// <summary>How many of these posts have each name. It looks at these posts alone.</summary>
    public ImmutableArray<TagCount> Counts(ImmutableArray<int> positions) =>
        [.. positions
            .SelectMany(position => _namesOfPosts[position])
            .CountBy(named => named.Slug, StringComparer.Ordinal)
            .Select(count => new TagCount(_bySlug[count.Key].Name, count.Key, count.Value))
            .OrderByDescending(tag => tag.Count)
            .ThenBy(tag => tag.Name, StringComparer.Ordinal)];

    /// <summary>The languages in which listed posts have a name, ordinal. They are found once for each name.</summary>
    /// <param name="name">In any spelling; none has it if there is no such name.</param>
    public ImmutableArray<string> LanguagesOf(string name) => _languages.GetOrAdd(NameSlug.Of(name), FindLanguages);

    private ImmutableArray<string> FindLanguages(string slug) =>
        [.. (_bySlug.GetValueOrDefault(slug)?.Posts ?? [])
            .Select(position => _entries[position])
            .Where(entry => !entry.Hidden)
            .Select(entry => entry.Lang)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    private Named? NamedAs(string written) => _bySlug.GetValueOrDefault(NameSlug.Of(written));

    private sealed record Named(string Name, string Slug, ImmutableArray<int> Posts);
}
