using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace Press;

/// <summary>The page of a post that is not public, for somebody who looks at it on another host than the site's.</summary>
internal static class PreviewPage
{
    private static readonly HtmlParser Parser = new();

    /// <summary>
    /// The page with <c>noindex</c>; and where its URL is known, with links, pictures and style sheets that lead to the site.
    /// </summary>
    /// <param name="html">The page as readers will get it.</param>
    /// <param name="url">The absolute URL that it will have; null to leave links as they are.</param>
    public static byte[] Of(ReadOnlySpan<byte> html, string? url)
    {
        var document = Parser.ParseDocument(Encoding.UTF8.GetString(html));
        foreach (var robots in document.QuerySelectorAll("meta[name=robots]"))
            robots.Remove();
        var noindex = document.CreateElement("meta");
        noindex.SetAttribute("name", "robots");
        noindex.SetAttribute("content", "noindex");
        document.Head!.Append(noindex);
        if (url is not null)
            LeadToSite(document, url);
        return Encoding.UTF8.GetBytes(HtmlText.Of(document, HtmlMarkupFormatter.Instance));
    }

    private static void LeadToSite(IDocument document, string url)
    {
        AbsoluteLinks.Resolve(document, url, keepsFragments: true);
        var origin = new Uri(url).GetLeftPart(UriPartial.Authority);
        foreach (var policy in document.QuerySelectorAll("meta[http-equiv=Content-Security-Policy]"))
            policy.SetAttribute("content", policy.GetAttribute("content")!.Replace("'self'", $"'self' {origin}", StringComparison.Ordinal));
    }
}
