using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Finds the links of posts that lead nowhere.</summary>
/// <param name="settings">The site's.</param>
/// <param name="targets">Where links lead.</param>
/// <param name="names">The names of all public files.</param>
/// <param name="layoutIds">The ids that layouts bring to every page.</param>
internal sealed partial class LinkFaults(SiteSettings settings, LinkTargets targets, PublishedNames names, IReadOnlySet<string> layoutIds)
{
    private readonly Dictionary<string, Anchors> _anchors = new(StringComparer.Ordinal);

    /// <summary>The links of a post that lead nowhere, or lead somewhere on some machines only.</summary>
    public ImmutableArray<LinkFault> Of(PostSummary post) => [.. post.Links.Select(link => FaultOf(post, link)).OfType<LinkFault>()];

    private LinkFault? FaultOf(PostSummary post, PostLink link)
    {
        var target = targets.Find(post, link);
        if (target.File is null)
            return IsOfOtherSite(link, target.NearestFile) ? null : Dead(link, Shown(link), target.NearestFile);
        return target.Post is { } page && !HasFragment(page, link.Fragment)
            ? new LinkFault(DiagnosticRules.DeadFragment, link.Position, MissingFragment(post, page, link))
            : null;
    }

    private LinkFault Dead(PostLink link, string written, string file)
    {
        if (Path.GetExtension(file) is ".md" or ".markdown")
            return new(DiagnosticRules.DeadSourceLink, link.Position, $"'{written}' leads to no published post.")
            {
                MeantSource = SourceName.WithoutPostsFolder(file),
            };
        if (names.InOtherCase(file) is { } other)
            return new(DiagnosticRules.InexactLink, link.Position, $"'{written}' is '{settings.BaseUrl}{UrlPath.OfFile(other)}' on this "
                + "site: with other letters it leads somewhere on a Mac or on Windows, and nowhere on Azure. Write the "
                + "path as the file is named.");

        var fault = new LinkFault(DiagnosticRules.DeadLink, link.Position, $"'{written}' leads to nothing on this site.");
        var nearest = Host().IsMatch(written) ? $"https://{written}"
            : names.Alike(file) is { } alike ? settings.BaseUrl + UrlPath.OfFile(alike)
            : null;
        return nearest is null
            ? fault with { MeantPath = UrlPath.OfFile(file) }
            : fault with { Message = fault.Message + LinkFault.Suggest(nearest) };
    }

    /// <summary>Whether a link with the site's host leads to a folder that is none of this site: one host may have several
    /// sites, as on GitHub Pages.</summary>
    private bool IsOfOtherSite(PostLink link, string file) =>
        settings.WithoutHost(link.Url) != link.Url && file.IndexOf('/', StringComparison.Ordinal) is var end and > 0
            && !names.HasFolder(file[..end]);

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
        ? $"this post has no heading or anchor '#{link.Fragment}'."
            + (link.Nearest is { } nearest ? LinkFault.Suggest("#" + nearest) : " Look at the text of its headings.")
        : $"'{page.SourceName}' has no heading or anchor '#{link.Fragment}'. Look at the text of its headings.";

    private string Shown(PostLink link) =>
        settings.BaseUrl is not ""
            && link.Url.StartsWith(settings.BaseUrl + "/", StringComparison.Ordinal) ? link.Url[settings.BaseUrl.Length..] : link.Url;

    /// <summary>A link without its scheme: <c>github.com/owner</c>.</summary>
    [GeneratedRegex("^(www[.])?[a-z0-9-]+([.][a-z0-9-]+)*[.](com|org|net|io|dev|kr|me|co|ai|app|edu|gov|jp|cn|de)(/|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
