using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>What a catalog answers questions from. Every list holds ascending positions in the catalog.</summary>
internal sealed class CatalogIndex
{
    private readonly ImmutableArray<PostEntry> _entries;
    private readonly Lazy<Dictionary<string, int>> _positions;
    private readonly Lazy<TextIndex> _text;
    private readonly Lazy<PostOrdering> _byTitle;
    private readonly Lazy<PostOrdering> _byUpdated;
    private readonly ConcurrentDictionary<(string PageId, bool WithHidden), ImmutableArray<int>> _versions = new();

    public CatalogIndex(ImmutableArray<PostEntry> entries)
    {
        _entries = entries;
        All = [.. Enumerable.Range(0, entries.Length)];
        Listed = [.. All.Where(position => !entries[position].Hidden)];
        ListedSet = PostSet.Of(Listed.AsSpan(), entries.Length);
        Featured = PostSet.Of([.. All.Where(position => entries[position].Featured)], entries.Length);
        NotFeatured = PostSet.Of([.. All.Where(position => !entries[position].Featured)], entries.Length);
        Languages = PostingLists.Of(entries, All, entry => [entry.Lang]);
        ListedByLanguage = PostingLists.Of(entries, Listed, entry => [entry.Lang]);
        Slugs = PostingLists.Of(entries, All, entry => [entry.Slug]);
        PageIds = PostingLists.Of(entries, All, entry => entry.PageId is { } id ? [id] : []);
        Tags = new NameIndex(entries, entry => entry.Tags);
        Categories = new NameIndex(entries, entry => entry.Categories);
        Authors = new NameIndex(entries, entry => entry.AuthorNames);
        TagCounts = Tags.Counts(Listed);

        _positions = new(() => All.ToDictionary(position => entries[position].Path, StringComparer.Ordinal));
        _text = new(() => new TextIndex(_entries));
        _byTitle = new(SortByTitle);
        _byUpdated = new(SortByUpdated);
    }

    private CatalogIndex(CatalogIndex before, ImmutableArray<PostEntry> entries)
    {
        _entries = entries;
        (All, Listed, ListedSet) = (before.All, before.Listed, before.ListedSet);
        (Featured, NotFeatured) = (before.Featured, before.NotFeatured);
        (Languages, ListedByLanguage) = (before.Languages, before.ListedByLanguage);
        (Slugs, PageIds, _versions, _positions) = (before.Slugs, before.PageIds, before._versions, before._positions);
        (Tags, Categories, Authors, TagCounts) = (before.Tags, before.Categories, before.Authors, before.TagCounts);
        _text = new(() => new TextIndex(_entries));
        _byTitle = new(SortByTitle);
        _byUpdated = new(SortByUpdated);
    }

    /// <summary>
    /// The index of posts that stand where these do (<see cref="PostSummary.StandsAs"/>): only what follows from texts is made anew.
    /// </summary>
    public CatalogIndex WithTextsOf(ImmutableArray<PostEntry> entries) => new(this, entries);

    public ImmutableArray<int> All { get; }

    public ImmutableArray<int> Listed { get; }

    public PostSet ListedSet { get; }

    public PostSet Featured { get; }

    public PostSet NotFeatured { get; }

    public PostingLists Languages { get; }

    public PostingLists ListedByLanguage { get; }

    public PostingLists Slugs { get; }

    public PostingLists PageIds { get; }

    public NameIndex Tags { get; }

    public NameIndex Categories { get; }

    public NameIndex Authors { get; }

    public ImmutableArray<TagCount> TagCounts { get; }

    public TextIndex Text => _text.Value;

    /// <summary>The order of titles, without regard to case, then of paths.</summary>
    public PostOrdering ByTitle => _byTitle.Value;

    /// <summary>The last updated first; a post that names no update counts by its date.</summary>
    public PostOrdering ByUpdated => _byUpdated.Value;

    public DateTimeOffset DateOf(int position) => _entries[position].Date;

    /// <summary>Where an entry of this catalog stands in it.</summary>
    public int PositionOf(PostEntry entry) => _positions.Value[entry.Path];

    /// <summary>The positions of posts by their paths; a path of no post has none.</summary>
    public ImmutableArray<int> PositionsOf(IEnumerable<string> paths) =>
        [.. paths.Select(path => _positions.Value.GetValueOrDefault(path, -1)).Where(position => position >= 0).Order()];

    /// <summary>
    /// The first post of each language that has a <c>page_id</c>, by language (ordinal); listed ones go before hidden ones. It is
    /// found once for all posts that have the same.
    /// </summary>
    public ImmutableArray<int> VersionsOf(string pageId, bool withHidden) => _versions.GetOrAdd(
        (pageId, withHidden),
        asked => [.. PageIds.Find(asked.PageId)
            .Where(position => asked.WithHidden || !_entries[position].Hidden)
            .OrderBy(position => _entries[position].Hidden)
            .DistinctBy(position => _entries[position].Lang, StringComparer.Ordinal)
            .OrderBy(position => _entries[position].Lang, StringComparer.Ordinal)]);

    /// <summary>The posts at some positions.</summary>
    public PostSet SetOf(ReadOnlySpan<int> positions) => PostSet.Of(positions, _entries.Length);

    /// <summary>The range of positions of posts dated within a span, both ends in; found by searching the order of dates.</summary>
    public Range Between(DateTimeOffset from, DateTimeOffset to)
    {
        var first = FirstAtOrBefore(to);
        var end = from == DateTimeOffset.MinValue ? _entries.Length : FirstAtOrBefore(from.AddTicks(-1));
        return first..Math.Max(first, end);
    }

    /// <summary>The first position whose post is not dated after a moment.</summary>
    private int FirstAtOrBefore(DateTimeOffset moment)
    {
        var (low, high) = (0, _entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Date > moment)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private PostOrdering SortByTitle() =>
        Sorted(all => all.OrderBy(position => _entries[position].Title, StringComparer.OrdinalIgnoreCase));

    private PostOrdering SortByUpdated() =>
        Sorted(all => all.OrderByDescending(position => _entries[position].Updated ?? _entries[position].Date));

    private PostOrdering Sorted(Func<IEnumerable<int>, IOrderedEnumerable<int>> sort) =>
        new(sort(All).ThenBy(position => _entries[position].Path, StringComparer.Ordinal));
}
