using System.Collections.Immutable;

namespace Press;

/// <summary>Who has which public file. Where two sources want one, the one whose name comes first (ordinal) has it.</summary>
/// <param name="Owners">The owner of each file.</param>
/// <param name="Diagnostics">The losers, each with the winner's name.</param>
internal sealed record UrlClaims(ImmutableDictionary<string, string> Owners, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Settles all claims.</summary>
    public static UrlClaims Settle(IEnumerable<PostSummary> posts, IEnumerable<string> assets)
    {
        var claims = posts.Select(post => new Claim(post.SourceName, UrlPath.ToFile(post.Entry.Path), post.UrlKey, post.UrlPosition))
            .Concat(assets.Select(asset => new Claim(asset, SourceName.WithoutPostsFolder(asset), "slug", TextPosition.Start)))
            .OrderBy(claim => claim.Source, StringComparer.Ordinal);

        var owners = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var claim in claims)
        {
            if (!owners.TryAdd(claim.File, claim.Source))
                diagnostics.Add(claim.LostTo(owners[claim.File]));
        }

        return new UrlClaims(owners.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>Whether the source has the file.</summary>
    public bool Has(string source, string file) => Owners.GetValueOrDefault(file) == source;

    private sealed record Claim(string Source, string File, string Key, TextPosition Position)
    {
        public Diagnostic LostTo(string winner) => new(
            DiagnosticRules.UrlTaken,
            Source,
            Position,
            $"'{Source}' and '{winner}' both want /{File}; the first by name has it, {winner}. Write another '{Key}' here.");
    }
}
