using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// The posts of a site's feeds, each made once for all feeds and formats, and taken over by the next plan if it is the same: whoever edits
/// one of them changes feeds with all of them.
/// </summary>
internal sealed class FeedEntries
{
    // Characters of all that are kept, since they are in memory as long as the plan. One that has no room is made for each feed.
    private const long MostKept = 16 * 1024 * 1024;

    private readonly Dictionary<string, FeedBody> _bodies;
    private readonly ConcurrentDictionary<UInt128, FeedEntry> _made = new();

    // The formats of a feed are made at the same time, and want the same posts.
    private readonly ConcurrentDictionary<UInt128, Lazy<Task<FeedEntry>>> _making = new();
    private readonly SiteSettings _settings;
    private long _kept;

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
                Keep(body, made);
        }
    }

    /// <summary>A hash of all that an entry is made of, but for the settings.</summary>
    public UInt128 HashOf(PostEntry post) => _bodies[post.Source].Hash;

    /// <summary>What feeds say of a post.</summary>
    /// <exception cref="SourceChangedException">The post is not as it was planned any more.</exception>
    public async ValueTask<FeedEntry> ReadAsync(PostEntry post, ISourceContent content, CancellationToken cancellationToken)
    {
        var body = _bodies[post.Source];
        return _made.TryGetValue(body.Hash, out var made)
            ? made
            : await _making.GetOrAdd(body.Hash, _ => new(() => MakeAsync(post, body, content, cancellationToken))).Value;
    }

    private async Task<FeedEntry> MakeAsync(PostEntry post, FeedBody body, ISourceContent content, CancellationToken cancellationToken)
    {
        try
        {
            // It may have been made since it was looked for.
            if (!_made.TryGetValue(body.Hash, out var made))
            {
                made = FeedEntry.Of(post, await body.ReadAsync(content, cancellationToken), _settings);
                Keep(body, made);
            }

            return made;
        }
        finally
        {
            _making.TryRemove(body.Hash, out _);
        }
    }

    private void Keep(FeedBody body, FeedEntry made)
    {
        if (Interlocked.Read(ref _kept) + made.Html.Length <= MostKept && _made.TryAdd(body.Hash, made))
            Interlocked.Add(ref _kept, made.Html.Length);
    }
}
