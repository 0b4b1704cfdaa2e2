using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// Knows HTML that closes what it opens, so that a parser leaves it as it entered it. Such a block can be sanitised alone, which
/// spares the rest of the post the cost.
/// </summary>
internal static partial class ClosedHtml
{
    // Elements to which the parser gives no rules that reach beyond them (HTML, section 13.2.6.4.7). A paragraph may be closed early
    // by what stands in it, but not by what comes after.
    private static readonly FrozenSet<string> Simple = FrozenSet.Create(
        StringComparer.Ordinal,
        "aside", "audio", "b", "blockquote", "cite", "code", "del", "details", "div", "em", "figcaption", "figure", "footer", "h1",
        "h2", "h3", "h4", "h5", "h6", "header", "i", "ins", "kbd", "li", "mark", "ol", "p", "picture", "q", "s", "section", "small",
        "span", "strong", "sub", "summary", "sup", "time", "u", "ul", "video");

    private static readonly FrozenSet<string> Void = FrozenSet.Create(StringComparer.Ordinal, "br", "hr", "img", "source", "track", "wbr");

    /// <summary>Whether every <c>&lt;</c> begins a well-formed tag of a simple element, and all are closed in their order.</summary>
    public static bool Is(ReadOnlySpan<char> html)
    {
        var open = new Stack<string>();
        var from = 0;
        foreach (var match in Tag().EnumerateMatches(html))
        {
            if (html[from..match.Index].Contains('<'))
                return false;
            from = match.Index + match.Length;

            var tag = html[match.Index..from];
            var isEnd = tag[1] == '/';
            var name = NameOf(tag[(isEnd ? 2 : 1)..]);
            if (Void.Contains(name) && !isEnd)
                continue;
            if (!Simple.Contains(name) || tag[^2] == '/')
                return false;
            if (!isEnd)
                open.Push(name);
            else if (!open.TryPop(out var last) || last != name)
                return false;
        }

        return open.Count == 0 && !html[from..].Contains('<');
    }

    private static string NameOf(ReadOnlySpan<char> tag) => tag[..tag.IndexOfAny(" \t\n/>")].ToString();

    [GeneratedRegex(
        """</?[a-z][a-z0-9]*(\s+[A-Za-z_:][A-Za-z0-9_:.-]*(\s*=\s*("[^"<]*"|'[^'<]*'))?)*\s*/?>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
