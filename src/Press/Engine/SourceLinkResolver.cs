using System.Collections.Immutable;
using System.Net;

namespace Press;

/// <summary>Resolves links between posts, once it is known where each post is.</summary>
internal static class SourceLinkResolver
{
    /// <summary>The posts with their links resolved, in the same order, and a warning for each link that leads nowhere.</summary>
    public static (ImmutableArray<Post> Posts, ImmutableArray<Diagnostic> Diagnostics) Resolve(ImmutableArray<Post> posts, SiteSettings settings)
    {
        var paths = posts.ToDictionary(post => SourceName.WithoutPostsFolder(post.SourceName), post => post.Path, StringComparer.Ordinal);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var post in posts)
        {
            foreach (var dead in post.SourceLinks.Where(link => !paths.ContainsKey(link.Source)))
            {
                var nearest = NearestName.Of(dead.Source, paths.Keys);
                diagnostics.Add(new Diagnostic(DiagnosticRules.DeadSourceLink, post.SourceName, dead.Position, $"'{dead.Written}' leads to no published post.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}"));
            }
        }

        return ([.. posts.Select(post => post with { Html = Resolve(post.Html, post), ExcerptHtml = Resolve(post.ExcerptHtml, post) })], diagnostics.ToImmutable());

        string Resolve(string html, Post post) => SourceLinks.Resolve(html, number => LinkOf(number < post.SourceLinks.Length ? post.SourceLinks[number] : null));

        string? LinkOf(SourceLink? link) =>
            link is null ? null
            : paths.TryGetValue(link.Source, out var path) ? settings.Link(path) + link.Fragment
            : WebUtility.HtmlEncode(link.Written);
    }
}
