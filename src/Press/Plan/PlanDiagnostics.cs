using System.Collections.Immutable;

namespace Press;

/// <summary>What is wrong with sources as parts of a site: a URL that another one has, a link that leads nowhere.</summary>
internal sealed class PlanDiagnostics
{
    private readonly ILookup<string, Diagnostic> _beforeLinks;
    private readonly ILookup<string, Diagnostic> _afterLinks;
    private readonly PostPlaces _places;
    private readonly ImmutableArray<OfPost> _ofLinks;

    /// <param name="beforeLinks">What stands before dead links, where a source has both.</param>
    /// <param name="frame">Of the plan.</param>
    /// <param name="linked">The posts, by source name (ordinal).</param>
    /// <param name="before">Those of an earlier plan with the same frame; null for none.</param>
    public PlanDiagnostics(IEnumerable<Diagnostic> beforeLinks, SiteFrame frame, ImmutableArray<LinkedPost> linked, PlanDiagnostics? before)
    {
        _beforeLinks = beforeLinks.ToLookup(found => found.File, StringComparer.Ordinal);
        _afterLinks = frame.OfNames;
        _places = frame.Places;
        var (misses, looked) = (frame.NearMisses, 0);
        var ofLinks = ImmutableArray.CreateBuilder<OfPost>(linked.Length);
        foreach (var post in linked)
        {
            ofLinks.Add(before?._ofLinks[ofLinks.Count] is { } same && same.IsOf(post, looked) ? same : OfPost.Of(post, looked, misses));
            looked = Math.Min(looked + post.Faults.Count(fault => fault.IsLookedFor), NearMisses.MaxNearest);
        }

        _ofLinks = ofLinks.MoveToImmutable();
    }

    /// <summary>All, those of one source together.</summary>
    public IEnumerable<Diagnostic> All =>
        _beforeLinks.Concat(_afterLinks).Select(found => found.Key)
            .Concat(_ofLinks.Where(found => !found.Shown.IsEmpty).Select(found => found.Post.Summary.SourceName))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(source => Of(source));

    /// <summary>Those of one source, the first ones of many; the same array as long as they are the same.</summary>
    public ImmutableArray<Diagnostic> Of(string source)
    {
        var ofLinks = _places.Has(source) ? _ofLinks[_places.Of(source)] : null;
        return _beforeLinks.Contains(source) || _afterLinks.Contains(source)
            ? DiagnosticCap.Of(source, _beforeLinks[source].Concat(ofLinks?.Found ?? []).Concat(_afterLinks[source]))
            : ofLinks?.Shown ?? [];
    }

    /// <summary>The dead links of one post.</summary>
    /// <param name="Post">The post.</param>
    /// <param name="Looked">For how many links of posts before it was looked what may be meant.</param>
    /// <param name="Found">All.</param>
    /// <param name="Shown">The first ones of many.</param>
    private sealed record OfPost(LinkedPost Post, int Looked, ImmutableArray<Diagnostic> Found, ImmutableArray<Diagnostic> Shown)
    {
        public static OfPost Of(LinkedPost post, int looked, NearMisses misses)
        {
            if (post.Faults.IsEmpty)
                return new OfPost(post, looked, [], []);
            ImmutableArray<Diagnostic> found = [.. misses.Diagnose(post, looked)];
            return new OfPost(post, looked, found, DiagnosticCap.Of(post.Summary.SourceName, found));
        }

        public bool IsOf(LinkedPost post, int looked) => ReferenceEquals(Post, post) && (Looked == looked || Found.IsEmpty);
    }
}
