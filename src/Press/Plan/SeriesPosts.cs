using System.Collections.Immutable;

namespace Press;

/// <summary>The posts of each series, in the order in which they were written. A series is of one language.</summary>
internal sealed class SeriesPosts
{
    private readonly Dictionary<(string Language, string Key), ImmutableArray<PostReference>> _series = [];

    /// <param name="posts">All posts; those that are hidden are in no series.</param>
    public SeriesPosts(IEnumerable<PostSummary> posts)
    {
        var inSeries = posts.Where(post => post is { Role: SourceRole.Post, Series: not null, Entry.Hidden: false });
        foreach (var series in inSeries.GroupBy(KeyOf))
        {
            _series[series.Key] =
            [
                .. series.OrderBy(post => post.Entry.Date).ThenBy(post => post.Entry.Path, StringComparer.Ordinal)
                    .Take(Limits.SeriesPosts).Select(post => PostReference.To(post.Entry)),
            ];
        }
    }

    /// <summary>The series of a post, itself among them; none if it is alone in it, hidden, or in none.</summary>
    public ImmutableArray<PostReference> Of(PostSummary post) =>
        post is { Role: SourceRole.Post, Series: not null, Entry.Hidden: false } && _series.TryGetValue(KeyOf(post), out var posts)
            && posts.Length > 1 ? posts : [];

    private static (string Language, string Key) KeyOf(PostSummary post) => (post.Entry.Lang, NameKey.Of(post.Series!));
}
