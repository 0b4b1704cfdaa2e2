using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// The posts of a site's feeds, each made once for all feeds and formats, and taken over by the next plan if it is the same: whoever edits
/// one of them changes feeds with all of them.
/// </summary>
internal sealed class FeedEntries
{
    // Characters. A longer one is made for each feed: all that are kept are in memory as long as the plan.
    private const int MostKept = 256 * 1024;

    private readonly Dictionary<string, FeedBody> _bodies;
    private readonly ConcurrentDictionary<UInt128, FeedEntry> _made = new();
    private readonly SiteSettings _settings;

    /// <param name="posts">The posts that stand in any feed.</param>
    /// <param name="bodyOf">Their bodies.</param>
    /// <param name="settings">Of a site that makes absolute links.</param>
    /// <param name="before">Those of an earlier plan with the same settings; null if there is none.</param>
    public FeedEntries(
        ImmutableArray<PostEntry> posts, Func<PostEntry, FeedBody> bodyOf, SiteSettings settings, FeedEntries? before = null)
    {
        _settings = settings;
        _bodies = posts.ToDictionary(post => post.Source, bodyOf, StringComparer.Ordinal);
        foreach (var body in _bodies.Values)
        {
            if (before?._made.GetValueOrDefault(body.Hash) is { } made)
                _made[body.Hash] = made;
        }
    }

    /// <summary>A hash of all that an entry is made of, but for the settings.</summary>
    public UInt128 HashOf(PostEntry post) => _bodies[post.Source].Hash;

    /// <summary>What feeds say of a post.</summary>
    /// <exception cref="SourceChangedException">The post is not as it was planned any more.</exception>
    public async ValueTask<FeedEntry> ReadAsync(PostEntry post, ISourceContent content, CancellationToken cancellationToken)
    {
        var body = _bodies[post.Source];
        if (_made.TryGetValue(body.Hash, out var kept))
            return kept;
        var made = FeedEntry.Of(post, await body.ReadAsync(content, cancellationToken), _settings);
        if (made.Html.Length <= MostKept)
            _made[body.Hash] = made;
        return made;
    }
}
