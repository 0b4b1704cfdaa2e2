using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>Finds what a reader of one post may like to read next, once for each post.</summary>
internal sealed class RelatedPosts
{
    // A new post changes the pages of those that it comes near, and only of those: if all posts of a tag counted, each post with
    // a common tag would have thousands of pages written anew.
    private const int Reach = 4;

    private const int Most = 3;

    private readonly Catalog _catalog;
    private readonly Dictionary<string, PostingLists> _tagsByLanguage;
    private readonly ConcurrentDictionary<int, ImmutableArray<int>> _found;

    public RelatedPosts(Catalog catalog)
    {
        _catalog = catalog;
        _found = new();
        _tagsByLanguage = catalog.Languages.ToDictionary(
            language => language,
            language => PostingLists.Of(catalog.Entries, catalog.Index.ListedByLanguage.Find(language), entry =>
                entry.Tags.Select(NameSlug.Of)),
            StringComparer.Ordinal);
    }

    private RelatedPosts(Catalog catalog, RelatedPosts before) =>
        (_catalog, _tagsByLanguage, _found) = (catalog, before._tagsByLanguage, before._found);

    /// <summary>The same for a catalog that differs in texts alone.</summary>
    public RelatedPosts In(Catalog catalog) => new(catalog, this);

    /// <summary>The listed posts that stand beside a post in a list of posts with one of its tags. It is near to them, too.</summary>
    public IEnumerable<PostEntry> NearTo(PostEntry entry) => PlacesNear(entry).Select(place => _catalog.Entries[place]);

    /// <summary>
    /// Listed posts of the same language that share a tag, but for the neighbours in time: those that share the most first, then the
    /// nearest in time, then by path (ordinal). There are at most three.
    /// </summary>
    /// <param name="entry">A post of the catalog.</param>
    public ImmutableArray<PostEntry> Of(PostEntry entry) =>
        [.. _found.GetOrAdd(_catalog.Index.PositionOf(entry), Find).Select(place => _catalog.Entries[place])];

    private ImmutableArray<int> Find(int position)
    {
        var entry = _catalog.Entries[position];
        var (newer, older) = _catalog.NeighboursOf(entry);
        return
        [
            .. PlacesNear(entry)
                .CountBy(place => place)
                .Select(near => (Place: near.Key, Entry: _catalog.Entries[near.Key], Shared: near.Value))
                .Where(near => near.Place != position && near.Entry.Path != newer?.Path && near.Entry.Path != older?.Path)
                .OrderByDescending(near => near.Shared)
                .ThenBy(near => (near.Entry.Date - entry.Date).Duration())
                .ThenBy(near => near.Entry.Path, StringComparer.Ordinal)
                .Take(Most)
                .Select(near => near.Place),
        ];
    }

    private IEnumerable<int> PlacesNear(PostEntry entry)
    {
        var position = _catalog.Index.PositionOf(entry);
        return entry.Tags.Select(NameSlug.Of).SelectMany(tag => Near(_tagsByLanguage[entry.Lang].Find(tag), position));
    }

    /// <summary>The posts of a list just before and just after a place in it.</summary>
    private static IEnumerable<int> Near(ImmutableArray<int> posts, int position)
    {
        var place = posts.BinarySearch(position);
        var (before, after) = place < 0 ? (~place, ~place) : (place, place + 1);
        return posts[Math.Max(0, before - Reach)..before].Concat(posts[after..Math.Min(posts.Length, after + Reach)]);
    }
}
