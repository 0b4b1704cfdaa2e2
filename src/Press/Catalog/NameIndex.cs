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
    private readonly PostingLists _postings;

    public NameIndex(ImmutableArray<PostEntry> entries, Func<PostEntry, ImmutableArray<string>> namesOf)
    {
        _entries = entries;
        // A site has few names, and each of them many times.
        var slugs = new Dictionary<string, string>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var name in entries.SelectMany(entry => namesOf(entry)))
        {
            if (!slugs.TryGetValue(name, out var slug))
                slugs.Add(name, slug = NameSlug.Of(name));
            if (!spellings.TryGetValue(slug, out var counts))
                spellings.Add(slug, counts = new(StringComparer.Ordinal));
            counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        _postings = PostingLists.Of(entries, [.. Enumerable.Range(0, entries.Length)], entry => namesOf(entry).Select(name => slugs[name]));
        foreach (var slug in _postings.Keys)
        {
            // The spelling that most posts use; of equals the first (ordinal), so that the order of posts does not matter.
            var name = spellings[slug].OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
                .First().Key;
            _bySlug.Add(slug, new Named(name, slug, _postings.Find(slug)));
        }

        _namesOfPosts = [.. entries.Select(NamedOf)];
        Names = [.. _bySlug.Values.Select(named => named.Name).Order(StringComparer.Ordinal)];

        ImmutableArray<Named> NamedOf(PostEntry entry) =>
            namesOf(entry) is [var name] ? [_bySlug[slugs[name]]]
                : [.. namesOf(entry).Select(name => slugs[name]).Distinct(StringComparer.Ordinal).Select(slug => _bySlug[slug])];
    }

    /// <summary>All names, ordinal.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The posts that have a name, in whatever spelling, or whose slug this is; null if no post has it.</summary>
    public ImmutableArray<int>? Find(string written) =>
        NamedAs(written)?.Posts;

    /// <summary>As <see cref="Find"/>, as a set; empty if no post has the name.</summary>
    public PostSet SetOf(string written) => _postings.SetOf(NameSlug.Of(written));

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
