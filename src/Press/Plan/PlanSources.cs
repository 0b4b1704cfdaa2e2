using System.Collections.Immutable;

namespace Press;

/// <summary>The sources from which a site is planned, and which of them may have a page.</summary>
internal sealed class PlanSources
{
    private readonly ImmutableArray<PostSummary> _given;
    private readonly ImmutableArray<PostSummary> _inSite;
    private readonly ImmutableArray<bool> _isPublic;
    private readonly bool _hasPostsFolder;

    private PlanSources(
        ImmutableArray<PostSummary> given, ImmutableArray<PostSummary> inSite, ImmutableArray<bool> isPublic, bool hasPostsFolder) =>
        (_given, _inSite, _isPublic, _hasPostsFolder) = (given, inSite, isPublic, hasPostsFolder);

    /// <summary>What pages are made with.</summary>
    public required Site Site { get; init; }

    /// <summary>The moment for which the site is planned.</summary>
    public required DateTimeOffset Moment { get; init; }

    /// <summary>The files that may be published as they are.</summary>
    public required ImmutableArray<string> Assets { get; init; }

    /// <summary>The posts and pages, public or not.</summary>
    public IEnumerable<PostSummary> Candidates => _inSite.Where(post => post.Role is not SourceRole.None);

    /// <summary>The Markdown files that are neither.</summary>
    public IEnumerable<string> Unpublished => _inSite.Where(post => post.Role is SourceRole.None).Select(post => post.SourceName);

    /// <summary>The posts and pages that may have a page now, by source name (ordinal).</summary>
    public ImmutableArray<PostSummary> Public() =>
        [.. _inSite.Where((_, place) => _isPublic[place]).OrderBy(post => post.SourceName, StringComparer.Ordinal)];

    /// <summary>Chooses them.</summary>
    /// <param name="summaries">All posts and pages.</param>
    /// <param name="assets">The files that may be published as they are.</param>
    /// <param name="site">What pages are made with.</param>
    /// <param name="now">The moment for which it is planned.</param>
    /// <param name="isWanted">Whether it may have a page; null if all may.</param>
    /// <param name="before">An earlier choice, from which is taken what is the same.</param>
    public static PlanSources Of(
        IEnumerable<PostSummary> summaries,
        IEnumerable<string> assets,
        Site site,
        DateTimeOffset now,
        Func<PostSummary, bool>? isWanted,
        PlanSources? before)
    {
        ImmutableArray<PostSummary> given = [.. summaries];
        var hasPostsFolder = given.Any(post => SourceName.IsInPostsFolder(post.SourceName));
        var inSite = ImmutableArray.CreateBuilder<PostSummary>(given.Length);
        var isPublic = ImmutableArray.CreateBuilder<bool>(given.Length);
        for (var place = 0; place < given.Length; place++)
        {
            // One and the same post stays one object, by which it is known that nothing of it has changed.
            var post = (ReferenceEquals(before?.Site.Authors, site.Authors) ? before?.InSite(place, given[place], hasPostsFolder) : null)
                ?? given[place].InSite(hasPostsFolder).With(site.Authors);
            inSite.Add(post);
            isPublic.Add(post.Role is not SourceRole.None && post.IsPublic(now, site.Settings) && isWanted?.Invoke(post) is not false);
        }

        return new PlanSources(given, inSite.MoveToImmutable(), isPublic.MoveToImmutable(), hasPostsFolder)
        {
            Site = site,
            Moment = now,
            Assets = [.. assets],
        };
    }

    /// <summary>The public posts whose text is another than before; null if anything else is other than before.</summary>
    public ImmutableArray<PostSummary>? TextsSince(PlanSources before)
    {
        if (!ReferenceEquals(Site, before.Site)
            || !_isPublic.SequenceEqual(before._isPublic)
            || !Assets.SequenceEqual(before.Assets, StringComparer.Ordinal))
            return null;
        var changed = ImmutableArray.CreateBuilder<PostSummary>();
        for (var place = 0; place < _inSite.Length; place++)
        {
            if (ReferenceEquals(_inSite[place], before._inSite[place]))
                continue;
            if (!_inSite[place].StandsAs(before._inSite[place]))
                return null;
            if (_isPublic[place])
                changed.Add(_inSite[place]);
        }

        return changed.ToImmutable();
    }

    /// <summary>A source in the site, if it was there as it is.</summary>
    private PostSummary? InSite(int place, PostSummary given, bool hasPostsFolder) =>
        hasPostsFolder == _hasPostsFolder && place < _given.Length && ReferenceEquals(_given[place], given) ? _inSite[place] : null;
}
