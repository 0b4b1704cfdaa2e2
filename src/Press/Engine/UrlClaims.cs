using System.Collections.Immutable;

namespace Press;

/// <summary>Who has which URL. Where two sources want one, the one whose name comes first (ordinal) has it.</summary>
internal sealed record UrlClaims(ImmutableArray<Post> Posts, ImmutableArray<Source> Assets, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Settles all claims; the losers are in the diagnostics, each with the winner's name.</summary>
    public static UrlClaims Settle(IEnumerable<Post> posts, IEnumerable<Source> assets)
    {
        var claims = posts.Select(post => new Claim(post.SourceName, UrlPath.ToFile(post.Path), post, null))
            .Concat(assets.Select(asset => new Claim(asset.Name, SourceName.WithoutPostsFolder(asset.Name), null, asset)))
            .OrderBy(claim => claim.SourceName, StringComparer.Ordinal);

        var owners = new Dictionary<string, Claim>(StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var claim in claims)
        {
            if (!owners.TryAdd(claim.File, claim))
                diagnostics.Add(Lost(claim, owners[claim.File]));
        }

        return new UrlClaims(
            [.. owners.Values.Select(owner => owner.Post).OfType<Post>()],
            [.. owners.Values.Select(owner => owner.Asset).OfType<Source>()],
            diagnostics.ToImmutable());
    }

    private static Diagnostic Lost(Claim loser, Claim winner)
    {
        var keys = loser.Post?.FrontMatter;
        var key = keys?.Permalink is not null ? "permalink" : "slug";
        return new Diagnostic(
            DiagnosticRules.UrlTaken,
            loser.SourceName,
            keys?.PositionOf(key) ?? TextPosition.Start,
            $"'{loser.SourceName}' and '{winner.SourceName}' both want /{loser.File}; the first by name has it, {winner.SourceName}. Write another '{key}' here.");
    }

    private sealed record Claim(string SourceName, string File, Post? Post, Source? Asset);
}
