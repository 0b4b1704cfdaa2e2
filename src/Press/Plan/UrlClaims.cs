using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Who has which public file. Where two sources want one, the one whose name comes first (ordinal) has it; an old path gives way to
/// whatever stands there now.
/// </summary>
/// <param name="Owners">The owner of each file.</param>
/// <param name="Redirects">The old paths that lead to posts, by file (ordinal).</param>
/// <param name="Diagnostics">The losers, each with the winner's name.</param>
internal sealed record UrlClaims(ImmutableDictionary<string, string> Owners, ImmutableArray<Redirect> Redirects, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Settles all claims.</summary>
    /// <param name="posts">The posts, which want their pages and have old paths.</param>
    /// <param name="assets">Authors' files, which want their own names.</param>
    /// <param name="siteFiles">The designers' files, over which no page may come: all pages load them.</param>
    public static UrlClaims Settle(IReadOnlyCollection<PostSummary> posts, IEnumerable<string> assets, IEnumerable<string> siteFiles)
    {
        var ofSite = siteFiles.ToHashSet(StringComparer.Ordinal);
        var claims = posts.Select(post => new Claim(post.SourceName, UrlPath.ToFile(post.Entry.Path), post.UrlKey, post.UrlPosition, IsFile: false))
            .Concat(assets.Select(asset => new Claim(asset, SourceName.WithoutPostsFolder(asset), "slug", TextPosition.Start, IsFile: true)))
            .OrderBy(claim => claim.Source, StringComparer.Ordinal);

        var owners = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var claim in claims)
        {
            if (!claim.IsFile && ofSite.Contains(claim.File))
                diagnostics.Add(claim.LostToSite());
            else if (!owners.TryAdd(claim.File, claim.Source))
                diagnostics.Add(claim.LostTo(owners[claim.File]));
        }

        var redirects = ImmutableSortedDictionary.CreateBuilder<string, Redirect>(StringComparer.Ordinal);
        var published = posts.Where(post => owners.GetValueOrDefault(UrlPath.ToFile(post.Entry.Path)) == post.SourceName).OrderBy(post => post.SourceName, StringComparer.Ordinal);
        foreach (var (post, old) in published.SelectMany(post => post.OldPaths.Select(old => (post, old))))
        {
            var file = UrlPath.ToFile(old.Path);
            var winner = owners.GetValueOrDefault(file) ?? (ofSite.Contains(file) ? file : null) ?? redirects.GetValueOrDefault(file)?.Target.Source;
            if (winner is null)
                redirects.Add(file, new Redirect(old.Path, post.Entry));
            else if (winner != post.SourceName)
                diagnostics.Add(new Diagnostic(DiagnosticRules.RedirectTaken, post.SourceName, old.Position, $"{old.Path} does not lead here, since '{winner}' has it. Take it out of 'redirect_from', or move the other one."));
        }

        return new UrlClaims(owners.ToImmutable(), [.. redirects.Values], diagnostics.ToImmutable());
    }

    /// <summary>Whether the source has the file.</summary>
    public bool Has(string source, string file) => Owners.GetValueOrDefault(file) == source;

    private sealed record Claim(string Source, string File, string Key, TextPosition Position, bool IsFile)
    {
        public Diagnostic LostToSite() => new(DiagnosticRules.UrlTaken, Source, Position, $"/{File} is a file of the site's look, which all pages load. Write another '{Key}' here.");

        public Diagnostic LostTo(string winner) => new(
            DiagnosticRules.UrlTaken,
            Source,
            Position,
            $"'{Source}' and '{winner}' both want /{File}; the first by name has it, {winner}. Write another '{Key}' here.");
    }
}

/// <summary>What leads from an old path to where a post is now.</summary>
/// <param name="Path">The old path.</param>
/// <param name="Target">The post.</param>
internal sealed record Redirect(string Path, PostEntry Target);
