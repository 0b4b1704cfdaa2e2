using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace Press;

/// <summary>Makes the links of a post's body absolute, so that it can be read away from its page.</summary>
internal static partial class AbsoluteLinks
{
    private const string Selector = "[href],[src],[poster],[cite],[srcset]";

    private static readonly HtmlParser Parser = new();

    /// <summary>
    /// The HTML with every link, image and other file that it loads as an absolute URL; what cannot be resolved stays as it is.
    /// </summary>
    /// <param name="html">A body as its page has it.</param>
    /// <param name="page">The page's URL, absolute: links that are not follow from it (RFC 3986, section 5).</param>
    /// <param name="keepsFragments">Whether links into the body itself (<c>#notes</c>) stay: right where the whole body is shown.</param>
    public static string In(string html, string page, bool keepsFragments = false)
    {
        var body = Parser.ParseDocument($"<!doctype html><html><body>{html}").Body!;
        Resolve(body, page, keepsFragments);
        return HtmlText.Of(body, HtmlMarkupFormatter.Instance);
    }

    /// <summary>Makes the links below a node absolute.</summary>
    /// <inheritdoc cref="In"/>
    public static void Resolve(IParentNode root, string page, bool keepsFragments)
    {
        var address = new Uri(page);
        foreach (var element in root.QuerySelectorAll(Selector))
        {
            foreach (var name in (ReadOnlySpan<string>)["href", "src", "poster", "cite"])
            {
                if (element.GetAttribute(name) is { } link && !(keepsFragments && link.StartsWith('#')))
                    element.SetAttribute(name, Resolve(link, address));
            }

            if (element.GetAttribute("srcset") is { } sources)
            {
                var candidates = Candidate().Matches(sources).Select(match =>
                    Resolve(match.Groups["url"].Value, address) + match.Groups["size"].Value.TrimEnd());
                element.SetAttribute("srcset", string.Join(", ", candidates));
            }
        }
    }

    private static string Resolve(string link, Uri page) =>
        !Scheme().IsMatch(link) && Uri.TryCreate(page, link, out var absolute) ? absolute.AbsoluteUri : link;

    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    /// <summary>
    /// An image of a <c>srcset</c> and what follows it up to the comma (HTML, section 4.8.4.2.1): a URL may hold commas but not end in one.
    /// </summary>
    [GeneratedRegex(@"(?<url>[^\s,](\S*[^\s,])?)(?<size>\s[^,]*)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();
}
