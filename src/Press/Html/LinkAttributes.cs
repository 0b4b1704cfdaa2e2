using System.Net;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>The links and the anchors of rendered HTML. It is our own renderers', who write attributes in double quotes.</summary>
internal static partial class LinkAttributes
{
    /// <summary>The HTML with some links replaced.</summary>
    /// <param name="html">What a post was rendered to.</param>
    /// <param name="links">New links by old ones, which are percent-decoded and in NFC.</param>
    /// <remarks>A link that names the language to which it leads (<c>hreflang</c>) was meant as it is, unless it is relative.</remarks>
    public static string Replace(string html, IReadOnlyDictionary<string, string> links) =>
        links.Count == 0 ? html : Tag().Replace(html, tag => IsTag(tag.ValueSpan) ? ReplaceInTag(tag.Value, links) : tag.Value);

    /// <summary>All ids, and the names of anchors.</summary>
    public static HashSet<string> IdsOf(string html)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in Tag().EnumerateMatches(html))
        {
            var tag = html.AsSpan(match.Index, match.Length);
            if (!IsTag(tag))
                continue;
            foreach (var found in Id().EnumerateMatches(tag))
            {
                var attribute = tag.Slice(found.Index, found.Length);
                ids.Add(WebUtility.HtmlDecode(attribute[(attribute.IndexOf('"') + 1)..^1].ToString()).ToNormalForm());
            }
        }

        return ids;
    }

    /// <summary>
    /// Whether what was found is a tag: a comment begins otherwise, and what holds no tags ends with the name of its end tag.
    /// </summary>
    private static bool IsTag(ReadOnlySpan<char> found) => found[1] != '!' && found[^1] == '>';

    /// <summary>A <c>srcset</c> with its URLs rewritten.</summary>
    public static string InSourceSet(string sources, Func<string, string> rewrite) =>
        string.Join(", ", sources.Split(", ").Select(candidate =>
    {
        var parts = candidate.Trim().Split(' ', 2);
        return string.Join(' ', [rewrite(parts[0]), .. parts.Skip(1)]);
    }));

    private static string ReplaceInTag(string tag, IReadOnlyDictionary<string, string> links)
    {
        var namesLanguage = tag.Contains(" hreflang=", StringComparison.Ordinal);
        return Link().Replace(tag, attribute =>
        {
            var value = WebUtility.HtmlDecode(attribute.Groups["value"].Value);
            var replaced = attribute.Groups["name"].Value is "srcset" ? InSourceSet(value, LinkTo) : LinkTo(value);
            return replaced == value ? attribute.Value : $" {attribute.Groups["name"].Value}=\"{WebUtility.HtmlEncode(replaced)}\"";
        });

        string LinkTo(string url) =>
            links.TryGetValue(UrlPath.Decode(url), out var link) && !(namesLanguage && url.StartsWith('/')) ? link : url;
    }

    // Comments, scripts and styles may hold what looks like a tag.
    [GeneratedRegex(
        """<!--.*?-->|<(?<raw>script|style|textarea|title|template|noscript|xmp)\b.*?</\k<raw>"""
            + """|<[a-zA-Z][a-zA-Z0-9-]*(?>\s+[^\s"'<>/=]+(?:="[^"]*")?)+\s*/?>""",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?<name>href|src|poster|srcset)="(?<value>[^"]*)" """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Link();

    [GeneratedRegex("""\s(id|name)="[^"]*" """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Id();
}
