using System.Collections.Immutable;
using System.Text;

namespace Press.Tests.Html;

/// <summary>
/// Makes fragments of HTML, most of them nearly right: whole trees of what posts hold, written in the ways that people write it, and in
/// some of them a few characters or pieces of an attack put anywhere. The same seed makes the same fragments.
/// </summary>
internal sealed class FragmentGenerator(int seed)
{
    private const int MaxDepth = 5;

    private static readonly string[] Elements =
    [
        "div", "p", "figure", "figcaption", "img", "br", "hr", "a", "b", "strong", "em", "i", "code", "span", "ul", "ol", "li", "dl",
        "dt",
        "dd", "table", "thead", "tbody", "tr", "td", "th", "pre", "blockquote", "h2", "h3", "details", "summary", "picture", "source",
        "video", "sub", "sup", "kbd", "mark", "section", "small", "del", "ins", "u", "s", "q", "cite", "abbr", "time", "var", "label",
        "script", "style", "svg", "math", "form", "button", "input", "iframe", "select", "option", "textarea", "title", "template",
        "noscript", "center", "font", "nobr", "ruby", "rt", "rp", "caption", "colgroup", "col", "main", "hgroup", "address", "object",
        "embed",
        "body", "html", "head", "plaintext", "xmp", "image", "big", "tt", "strike", "marquee", "isindex", "frameset", "annotation-xml",
        "mi",
    ];

    private static readonly string[] Children =
        ["ul:li", "ol:li", "dl:dt", "dl:dd", "table:tbody", "table:thead", "tbody:tr", "thead:tr", "tr:td", "tr:th"];

    private static readonly string[] Void = ["img", "br", "hr", "source", "col", "input", "embed", "wbr", "track"];

    private static readonly string[] Attributes =
    [
        "class=\"a b\"", "class='note'", "class=\"\"", "class=\"card\"", "class=\"skip x\"", "id=\"x\"", "id='한글'",
        "title=\"a &amp; b\"", "title=\"a & b\"",
        "title=\"1 &gt; 0\"", "title='say \"x\"'", "title=\"it&#39;s\"", "title=\"&copy;\"", "title=\"a&#x26;b\"",
        "title=\"&{alert(1)}\"", "title=\"&amp;{x}\"",
        "alt=\"\"", "alt", "alt=\"그림 1\"", "alt='x'", "alt=\"a\u00A0b\"", "alt=\"a<b\"", "alt=\"a\nb\"", "href=\"/a\"", "href=\"#x\"",
        "href=\"\"", "href=\"a b\"",
        "href=\"https://example.org/?a=1&amp;b=2\"", "href=\"https://example.org/?a=1&b=2\"", "href=\"javascript:x()\"",
        "href=\"java&#x09;script:x()\"",
        "href=\"&#106;avascript:x()\"", "href=\"?a:b\"", "href=\"//x.example/\"", "href=\"mailto:a@example.org\"",
        "href=\"HTTPS://EXAMPLE.ORG/\"",
        "href=\"data:text/html,x\"", "href=\" /a\"", "href=\"/%EA%B0%80\"", "href=\"/\u1100\u1161\"", "href=\"x&#58;y\"",
        "href=\"x&amp;#58;y\"", "href=\"a:\"",
        "src=\"/a.png\"", "src=\"a/그림.png\"", "src='https://x.example/a.png'", "src=x", "src=\"vbscript:x\"",
        "src=\"https://a:b@[::1]/%zz\"", "poster=\"/p.jpg\"",
        "cite=\"/a\"", "cite=\"javascript:x\"", "srcset=\"/a.png 1x, /b.png 2x\"", "style=\"text-align: center; margin: 2rem 0;\"",
        "style=\"color:#666\"",
        "style=\"\"", "style=\";\"", "style=\" \"", "style=\"color:red;;\"", "style=\"position:fixed\"", "style=\"margin:-2000px\"",
        "style=\"width: calc(1px)\"",
        "style=\"background:url(x)\"", "style=\"max-height: 350px; width: auto; border-radius: 8px;\"",
        "style=\"color: red !important\"", "style=\"COLOR: red\"",
        "style=\"\n  color: red;\n\"", "style=\"color\"", "style='width:50%'", "style=\"col\\6fr:red\"", "width=\"10\"", "height=10",
        "loading=\"lazy\"",
        "decoding=\"sync\"", "decoding", "data-x=\"1\"", "data-=\"1\"", "data-a-b='2'", "aria-label=\"l\"", "aria-=\"l\"", "name=\"x\"",
        "target=\"_blank\"",
        "rel=\"noopener\"", "lang=\"ko\"", "open", "open=\"\"", "controls", "onclick=\"x()\"", "ONCLICK=\"x()\"", "onerror=x()",
        "xmlns=\"x\"", "xlink:href=\"x\"",
        "is=\"x\"", "slot=\"x\"", "type=\"checkbox\"", "disabled", "checked", "colspan=\"2\"", "align=\"right\"", "tabindex=\"-1\"",
        "contenteditable", "dir=\"rtl\"",
        "srcdoc=\"x\"", "formaction=\"x\"", "background=\"x\"", "hreflang=\"ko\"", "start=\"3\"", "value=\"1\"", "autofocus",
        "dynsrc=\"x\"", "v-on=\"x\"", "width=\"10",
    ];

    private static readonly string[] Texts =
    [
        "text", "그림 설명", "\n", "\n  ", " ", "a &amp; b", "a & b", "AT&T", "1 &lt; 2", "x -> y", "\"q\"", "&quot;q&quot;", "it's",
        "&#39;", "&nbsp;", "a\u00A0b", "&copy;",
        "&#x3C;", "&lt", "&", "😀", "\t", "{{ x }}", "&amp;lt;script&amp;gt;", "a\u2028b", "line\nline", "]]>", "-->", "=", "/", "'",
        "\u200B", "&;", "& ", "&\n", "&amp",
    ];

    private static readonly string[] Hostile =
    [
        "<", ">", "\"", "'", "/", "=", "&", "\0", "\r", "\f", "\v", "`", "<!--", "-->", "--!>", "<!-->", "<![CDATA[", "]]>", "<?x?>",
        "</", "<!", "<!doctype html>",
        "</p>", "</br>", "</div>", "</body>", "</html>", "</a>", "<a>", "<p>", "<b>", "</b>", "<table>", "<td>", "<svg>", "<math>",
        "<mtext>", "<style>", "</style>",
        "<script>x()</script>", "<img src=x onerror=x()>", "<svg/onload=x()>", "<iframe src=javascript:x()>", "<textarea>", "</title>",
        "<title>", "<noscript>",
        "<plaintext>", "<select>", "<template>", "<form>", "<input>", "<isindex>", "<base href=//x>", "&#0;", "&#x80;", "&Tab;",
        "&colon;", "\uFEFF", "\uFFFE", "\uD800",
        "\u0085", "\u007F", "\u001B", "<mglyph>", "<foreignObject>", "<desc>", "<annotation-xml encoding=\"text/html\">", "<li>",
        "<dd>", "<h1>", "<button>", "<nobr>",
        "<option>", "<rt>", "<hr>", "<frameset>", "<caption>", "<col>", "<tr>", " onclick=x()", " style=position:fixed", "/>", "\n",
        "<P>", "<A HREF=\"x\">", "<img/src=\"x\">",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next fragment.</summary>
    public string Next()
    {
        // One in so many choices is made without regard to what is right; in a third of all fragments every one is right.
        var folly = _random.Next(3) switch { 0 => int.MaxValue, 1 => 40, _ => 8 };
        var html = new StringBuilder();
        for (var count = _random.Next(1, 4); count > 0; count--)
            Append(html, "", 0, folly);
        return _random.Next(3) == 0 ? Mutated(html.ToString()) : html.ToString();
    }

    /// <summary>A fragment with a few characters or pieces put in, taken out, doubled or moved.</summary>
    public string Mutated(string html)
    {
        var text = new StringBuilder(html);
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            var place = _random.Next(text.Length + 1);
            var length = Math.Min(_random.Next(1, 12), text.Length - place);
            var piece = text.ToString(place, length);
            _ = _random.Next(5) switch
            {
                0 => text.Insert(place, One(Hostile)),
                1 => text.Remove(place, length),
                2 => text.Insert(place, piece),
                3 => text.Remove(place, length).Insert(_random.Next(text.Length + 1), piece),
                _ => text.Insert(place, One(_random.Next(2) == 0 ? Texts : Attributes)),
            };
        }

        return text.ToString();
    }

    private void Append(StringBuilder html, string parent, int depth, int folly)
    {
        if (depth >= MaxDepth || (_random.Next(3) == 0 && !Children.Any(pair => pair.StartsWith(parent + ":", StringComparison.Ordinal))))
        {
            html.Append(IsFolly(folly) ? One(Texts) : Texts[_random.Next(8)]);
            return;
        }

        var name = NameIn(parent, folly);
        html.Append('<').Append(name);
        for (var count = _random.Next(4) - 1; count > 0; count--)
            html.Append(IsFolly(folly) ? One(["", "  ", "\n", "/"]) : " ").Append(One(Attributes));
        if (Void.Contains(name))
        {
            html.Append(One([">", ">", "/>", " />"]));
            return;
        }

        html.Append(IsFolly(folly) ? One(["/>", " >", "\n>"]) : ">");
        for (var count = _random.Next(4); count > 0; count--)
            Append(html, name, depth + 1, folly);
        if (!IsFolly(folly))
            html.Append("</").Append(name).Append('>');
    }

    private string NameIn(string parent, int folly)
    {
        if (IsFolly(folly))
            return One(Elements);
        var children = Children.Where(pair => pair.StartsWith(parent + ":", StringComparison.Ordinal))
            .Select(pair => pair.Split(':')[1])
            .ToList();
        // The first are those that posts hold; a parent's own children come with it.
        return children is [] ? Elements[_random.Next(25)] : children[_random.Next(children.Count)];
    }

    private bool IsFolly(int folly) => folly != int.MaxValue && _random.Next(folly) == 0;

    private string One(ReadOnlySpan<string> choices) => choices[_random.Next(choices.Length)];
}
