using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Who has which public file. The site's own files go before all others. Where two sources want one file, the one whose name comes
/// first (ordinal) has it; an old path gives way to whatever stands there now.
/// </summary>
/// <remarks>
/// Not the one that was uploaded first: that is no part of a source. A restored container, a copied folder and an editor that saves by
/// renaming would each give another winner, so that the site would depend on how it came about. The name is what they all keep.
/// </remarks>
/// <param name="Owners">The owner of each file.</param>
/// <param name="Redirects">The old paths that lead to posts, by file (ordinal).</param>
/// <param name="Diagnostics">The losers, each with the winner's name.</param>
internal sealed record UrlClaims(
    ImmutableDictionary<string, string> Owners, ImmutableArray<Redirect> Redirects, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Settles all claims.</summary>
    /// <param name="posts">The posts, which want their pages and have old paths.</param>
    /// <param name="assets">Authors' files, which want their own names.</param>
    /// <param name="reserved">The site's own files.</param>
    public static UrlClaims Settle(IReadOnlyCollection<PostSummary> posts, IEnumerable<string> assets, ReservedFiles reserved)
    {
        var claims = posts
            .Select(post =>
                new UrlClaim(post.SourceName, UrlPath.ToFile(post.Entry.Path), post.UrlKey, post.UrlPosition, IsFile: false)
                {
                    IsPage = post.Role is SourceRole.Page,
                })
            .Concat(assets.Select(asset => new UrlClaim(asset, SourceName.WithoutPostsFolder(asset), "", TextPosition.Start, IsFile: true)))
            .OrderBy(claim => claim.Source, StringComparer.Ordinal);

        var taken = new TakenFiles(reserved);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var claim in claims)
        {
            if (taken.FaultOf(claim) is { } fault)
            {
                diagnostics.Add(fault);
                continue;
            }

            if (taken.CaseTwinOf(claim.File) is { } twin)
                diagnostics.Add(claim.DiffersInCaseFrom(twin));
            taken.Add(claim.File, claim.Source);
        }

        var redirects = ImmutableSortedDictionary.CreateBuilder<string, Redirect>(StringComparer.Ordinal);
        var published = posts.Where(post => taken.OwnerOf(UrlPath.ToFile(post.Entry.Path)) == post.SourceName).OrderBy(
            post => post.SourceName, StringComparer.Ordinal);
        foreach (var (post, old) in published.SelectMany(post => post.OldPaths.Select(old => (post, old))))
        {
            var file = UrlPath.ToFile(old.Path);
            var winner = taken.WhoBars(file) ?? redirects.GetValueOrDefault(file)?.Target.Source;
            if (winner is null)
                redirects.Add(file, new Redirect(old.Path, post.Entry));
            else if (winner != post.SourceName)
                diagnostics.Add(Barred(post.SourceName, old, winner));
        }

        return new UrlClaims(taken.Owners, [.. redirects.Values], diagnostics.ToImmutable());
    }

    /// <summary>Whether the source has the file.</summary>
    public bool Has(string source, string file) => Owners.GetValueOrDefault(file) == source;

    private static Diagnostic Barred(string source, OldPath old, string winner) => new(
        DiagnosticRules.RedirectTaken,
        source,
        old.Position,
        $"{old.Path} does not lead here, since '{winner}' has it. "
            + "Take it out of 'redirect_from', or move the other one.");
}

/// <summary>What leads from an old path to where a post is now.</summary>
/// <param name="Path">The old path.</param>
/// <param name="Target">The post.</param>
internal sealed record Redirect(string Path, PostEntry Target);
