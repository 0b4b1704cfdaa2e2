using System.Collections.Immutable;
using System.Net;

namespace Press;

/// <summary>Where links between posts lead, once it is known where each post is.</summary>
internal sealed class LinkTargets(IEnumerable<PostSummary> posts)
{
    private readonly Dictionary<string, string> _paths = posts.ToDictionary(post => SourceName.WithoutPostsFolder(post.SourceName), post => post.Entry.Path, StringComparer.Ordinal);

    /// <summary>The paths to which the links of a post lead, by their numbers; null for one that leads nowhere.</summary>
    public ImmutableArray<string?> Of(PostSummary post) => [.. post.SourceLinks.Select(link => _paths.GetValueOrDefault(link.Source))];

    /// <summary>A warning for each link of a post that leads nowhere.</summary>
    public IEnumerable<Diagnostic> DeadLinksOf(PostSummary post)
    {
        foreach (var dead in post.SourceLinks.Where(link => !_paths.ContainsKey(link.Source)))
        {
            var nearest = NearestName.Of(dead.Source, _paths.Keys);
            yield return new Diagnostic(DiagnosticRules.DeadSourceLink, post.SourceName, dead.Position, $"'{dead.Written}' leads to no published post.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");
        }
    }

    /// <summary>Puts the links into HTML that has their numbers.</summary>
    public static string Resolve(string html, ImmutableArray<SourceLink> links, ImmutableArray<string?> targets, SiteSettings settings) =>
        SourceLinks.Resolve(html, number =>
            number >= links.Length ? null
            : targets[number] is { } path ? settings.Link(path) + links[number].Fragment
            : WebUtility.HtmlEncode(links[number].Written));
}
