using System.Text.RegularExpressions;

namespace Press;

/// <summary>Finds the links of posts that lead nowhere.</summary>
/// <param name="settings">The site's.</param>
/// <param name="targets">Where links lead.</param>
/// <param name="names">The names of all public files.</param>
/// <param name="layoutIds">The ids that layouts bring to every page.</param>
internal sealed partial class LinkFaults(SiteSettings settings, LinkTargets targets, PublishedNames names, IReadOnlySet<string> layoutIds)
{
    // Each looks at the names of all files. A blog that was moved may have a dead link in every post.
    private const int MaxNearest = 100;

    private readonly Dictionary<string, Anchors> _anchors = new(StringComparer.Ordinal);
    private List<string>? _paths;
    private int _nearest;

    /// <summary>A warning for each link that leads nowhere, or leads somewhere on some machines only.</summary>
    /// <param name="posts">In a defined order: of the first dead links alone it is said what may have been meant.</param>
    public IEnumerable<Diagnostic> Of(IEnumerable<PostSummary> posts) =>
        from post in posts
        from link in post.Links
        let fault = FaultOf(post, link)
        where fault is not null
        select new Diagnostic(fault.Value.Rule, post.SourceName, link.Position, fault.Value.Message);

    private (DiagnosticRule Rule, string Message)? FaultOf(PostSummary post, PostLink link)
    {
        var target = targets.Find(post, link);
        if (target.File is null)
            return IsOfOtherSite(link, target.NearestFile) ? null : Dead(Shown(link), target.NearestFile);
        return target.Post is { } page
            && !HasFragment(page, link.Fragment) ? (DiagnosticRules.DeadFragment, MissingFragment(post, page, link)) : null;
    }

    private (DiagnosticRule Rule, string Message) Dead(string written, string file)
    {
        if (Path.GetExtension(file) is ".md" or ".markdown")
            return (DiagnosticRules.DeadSourceLink, $"'{written}' leads to no published "
                + $"post.{Suggest(Nearest(SourceName.WithoutPostsFolder(file), targets.SourceNames))}");
        if (names.InOtherCase(file) is { } other)
            return (DiagnosticRules.InexactLink, $"'{written}' is '{settings.BaseUrl}{UrlPath.OfFile(other)}' on this "
                + "site: with other letters it leads somewhere on a Mac or on Windows, and nowhere on Azure. Write the "
                + "path as the file is named.");

        var nearest = Host().IsMatch(written) ? $"https://{written}"
            : names.Alike(file) is { } alike ? settings.BaseUrl + UrlPath.OfFile(alike)
            : NearestPath(UrlPath.OfFile(file)) is { } path ? settings.BaseUrl + path
            : null;
        return (DiagnosticRules.DeadLink, $"'{written}' leads to nothing on this "
            + $"site.{(nearest is null ? " Write another path, or add the file." : Suggest(nearest))}");
    }

    /// <summary>
    /// The path that was probably meant. Its last part has to be near too: two pictures of one deep folder are so as paths, whatever
    /// their names.
    /// </summary>
    private string? NearestPath(string written)
    {
        _paths ??= [.. names.All.Select(UrlPath.OfFile)];
        return Nearest(written, _paths) is { } path && (LastPart(written) == LastPart(path) || NearestName.IsNear(LastPart(written), LastPart(path)))
            ? path
            : null;

        static string LastPart(string path) => Path.GetFileNameWithoutExtension(path.TrimEnd('/'));
    }

    /// <summary>Whether a link with the site's host leads to a folder that is none of this site: one host may have several
    /// sites, as on GitHub Pages.</summary>
    private bool IsOfOtherSite(PostLink link, string file) =>
        settings.WithoutHost(link.Url) != link.Url && file.IndexOf('/', StringComparison.Ordinal) is var end and > 0
            && !names.HasFolder(file[..end]);

    private string? Nearest(string written, IEnumerable<string> known) => _nearest++ < MaxNearest ? NearestName.Of(written, known) : null;

    /// <summary>Browsers go to the top of a page for two fragments that no element has (HTML, section 7.4.6.4).</summary>
    private bool HasFragment(PostSummary page, string fragment)
    {
        if (fragment is "" || fragment.Equals("top", StringComparison.OrdinalIgnoreCase)
            || fragment.StartsWith(":~:", StringComparison.Ordinal) || layoutIds.Contains(fragment))
            return true;
        if (!_anchors.TryGetValue(page.SourceName, out var anchors))
            _anchors[page.SourceName] = anchors = Anchors.Unpack(page.Anchors);
        return anchors.Contains(fragment);
    }

    private static string MissingFragment(PostSummary post, PostSummary page, PostLink link) => post == page
        ? "this post has no heading or anchor "
            + $"'#{link.Fragment}'.{(link.Nearest is { } nearest ? Suggest("#" + nearest) : " Look at the text of its headings.")}"
        : $"'{page.SourceName}' has no heading or anchor '#{link.Fragment}'. Look at the text of its headings.";

    private string Shown(PostLink link) =>
        settings.BaseUrl is not ""
            && link.Url.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal) ? link.Url[settings.BaseUrl.Length..] : link.Url;

    /// <summary>A link without its scheme: <c>github.com/owner</c>.</summary>
    [GeneratedRegex("^(www[.])?[a-z0-9-]+([.][a-z0-9-]+)*[.](com|org|net|io|dev|kr|me|co|ai|app|edu|gov|jp|cn|de)(/|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();

    private static string Suggest(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";
}
