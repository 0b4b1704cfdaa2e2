using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Posts by the tags or the categories that they have, found by name in any spelling, or by slug.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, Named> _bySlug;
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _languages = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PostEntry> _entries;
    private readonly PostingLists _postings;

    // The names of each post, one post after the other, and where those of each begin.
    private readonly Named[] _names;
    private readonly int[] _starts;

    public NameIndex(ImmutableArray<PostEntry> entries, Func<PostEntry, ImmutableArray<string>> namesOf)
    {
        _entries = entries;
        // A site has few names, and each of them many times.
        var spellings = new Dictionary<string, Spelling>(StringComparer.Ordinal);
        var builder = new PostingLists.Builder(entries.Length);
        _starts = new int[entries.Length + 1];
        for (var position = 0; position < entries.Length; position++)
        {
            foreach (var name in namesOf(entries[position]))
            {
                if (!spellings.TryGetValue(name, out var spelling))
                {
                    var slug = NameSlug.Of(name);
                    spellings.Add(name, spelling = new Spelling(name, slug, builder.NumberOf(slug)));
                }

                spelling.Posts++;
                builder.Add(spelling.Number, position);
            }

            _starts[position + 1] = builder.Pairs.Count;
        }

        _postings = builder.ToLists(entries.Length);
        // The spelling that most posts use; of equals the first (ordinal), so that the order of posts does not matter.
        var named = spellings.Values.GroupBy(spelling => spelling.Number).OrderBy(spelt => spelt.Key)
            .Select(spelt => spelt.OrderByDescending(spelling => spelling.Posts).ThenBy(spelling => spelling.Name, StringComparer.Ordinal)
                .First())
            .Select(spelling => new Named(spelling.Name, spelling.Slug, _postings.Find(spelling.Slug)))
            .ToArray();
        _names = [.. builder.Pairs.Select(pair => named[pair.Key])];
        _bySlug = named.ToDictionary(name => name.Slug, StringComparer.Ordinal);
        Names = [.. named.Select(name => name.Name).Order(StringComparer.Ordinal)];
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
            .SelectMany(position => new ArraySegment<Named>(_names, _starts[position], _starts[position + 1] - _starts[position]))
            .CountBy(named => named)
            .Select(count => new TagCount(count.Key.Name, count.Key.Slug, count.Value))
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

    /// <summary>A name as it is shown, and its posts.</summary>
    private sealed class Named(string name, string slug, ImmutableArray<int> posts)
    {
        public string Name => name;

        public string Slug => slug;

        public ImmutableArray<int> Posts => posts;
    }

    /// <summary>A name as some posts spell it.</summary>
    private sealed class Spelling(string name, string slug, int number)
    {
        public string Name => name;

        public string Slug => slug;

        /// <summary>That of the slug.</summary>
        public int Number => number;

        public int Posts { get; set; }
    }
}
