using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Posts by the tags or the categories that they have, found by name in any spelling, or by slug.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, Named> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Named> _bySlug = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lastNumbers = new(StringComparer.Ordinal);
    private readonly ImmutableArray<ImmutableArray<Named>> _namesOfPosts;
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _languages = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PostEntry> _entries;

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

        _entries = entries;
        _namesOfPosts = [.. entries.Select(entry => namesOf(entry).Select(NameKey.Of).Distinct(StringComparer.Ordinal).Select(key => _byKey[key]).ToImmutableArray())];
    }

    /// <summary>All names, ordinal.</summary>
    public IEnumerable<string> Names => _byKey.Values.Select(named => named.Name).Order(StringComparer.Ordinal);

    /// <summary>The posts that have a name, in whatever spelling, or whose slug this is; null if no post has it.</summary>
    public ImmutableArray<int>? Find(string written) =>
        _byKey.TryGetValue(NameKey.Of(written), out var named) || _bySlug.TryGetValue(NameKey.Of(written), out named) ? named.Posts : null;

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
    public ImmutableArray<string> LanguagesOf(string name) => _languages.GetOrAdd(
        NameKey.Of(name),
        key => _byKey.TryGetValue(key, out var named)
            ? [.. named.Posts.Select(position => _entries[position]).Where(entry => !entry.Hidden).Select(entry => entry.Lang).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
            : []);

    /// <summary>Two names may have one slug (C and C#): the second in the order of keys gets a number.</summary>
    private string UniqueSlug(string name)
    {
        var slug = Slug.Of(name);
        if (!_bySlug.ContainsKey(slug))
            return slug;
        // Numbers that were taken once stay taken.
        var number = _lastNumbers.GetValueOrDefault(slug, 1) + 1;
        while (_bySlug.ContainsKey($"{slug}-{number}"))
            number++;
        _lastNumbers[slug] = number;
        return $"{slug}-{number}";
    }

    private sealed record Named(string Name, string Slug, ImmutableArray<int> Posts);
}
