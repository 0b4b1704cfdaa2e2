using System.Collections.Concurrent;

namespace Press;

/// <summary>
/// The posts that feeds carry, kept in memory from one build to the next: whoever edits one of them changes feeds with all of them.
/// </summary>
internal sealed class FeedPosts
{
    private readonly ConcurrentDictionary<string, OpenSource> _kept = new(StringComparer.Ordinal);

    /// <summary>A post whose receipt has this ETag; null if it is not kept, or was read for another site.</summary>
    public OpenSource? Find(string item, string receiptETag, PostOpener opener) =>
        _kept.TryGetValue(item, out var kept) && kept.ETag == receiptETag && opener.IsCurrent(kept.ReadWith) ? kept : null;

    public void Keep(string item, OpenSource post) => _kept[item] = post;

    /// <summary>Forgets all but these.</summary>
    public void KeepOnly(IReadOnlySet<string> items)
    {
        foreach (var item in _kept.Keys.Where(item => !items.Contains(item)))
            _kept.TryRemove(item, out _);
    }
}
