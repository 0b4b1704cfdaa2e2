using System.Collections.Immutable;
using System.Net;

namespace Press;

/// <summary>Where links between posts lead, once it is known where each post is.</summary>
internal sealed class LinkTargets(IEnumerable<PostSummary> posts)
{
    // Each looks at the names of all posts. A blog that was moved may have a dead link in every post.
    private const int MostNearest = 100;

    private readonly Dictionary<string, string> _paths = posts.ToDictionary(post => SourceName.WithoutPostsFolder(post.SourceName), post => post.Entry.Path, StringComparer.Ordinal);

    /// <summary>The paths to which the links of a post lead, by their numbers; null for one that leads nowhere.</summary>
    public ImmutableArray<string?> Of(PostSummary post) => [.. post.SourceLinks.Select(link => _paths.GetValueOrDefault(link.Source))];

    /// <summary>A warning for each link that leads nowhere.</summary>
    /// <param name="posts">In a defined order: of the first dead links alone it is said what may have been meant.</param>
    public IEnumerable<Diagnostic> DeadLinksOf(IEnumerable<PostSummary> posts) =>
        from found in posts.SelectMany(post => post.SourceLinks.Where(link => !_paths.ContainsKey(link.Source)).Select(link => (Post: post, Link: link))).Select((dead, number) => (dead.Post, dead.Link, number))
        let nearest = found.number < MostNearest ? NearestName.Of(found.Link.Source, _paths.Keys) : null
        select new Diagnostic(DiagnosticRules.DeadSourceLink, found.Post.SourceName, found.Link.Position, $"'{found.Link.Written}' leads to no published post.{(nearest is null ? "" : $" Did you mean '{nearest}'?")}");

    /// <summary>Puts the links into HTML that has their numbers.</summary>
    public static string Resolve(string html, ImmutableArray<SourceLink> links, ImmutableArray<string?> targets, SiteSettings settings) =>
        SourceLinks.Resolve(html, number =>
            number >= links.Length ? null
            : targets[number] is { } path ? settings.Link(path) + links[number].Fragment
            : WebUtility.HtmlEncode(links[number].Written));
}
