using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Press.Jekyll;

/// <summary>
/// HTML as a list of tags and texts that two renderers should agree on. Left out is what a reader cannot tell apart or what is
/// Press's own on purpose: white space, the order of attributes, comments, the highlighting and the wrappers of code, the wrappers
/// and the delimiters of TeX, the label of a task, how images load, that a bare URL is a link, and which element of a call of a note
/// has its role (kramdown 2.4 and 2.5 differ).
/// </summary>
internal sealed partial class HtmlTokens
{
    private static readonly HashSet<string> IgnoredAttributes = new(StringComparer.Ordinal) { "loading", "decoding", "rel", "markdown" };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "col", "colgroup", "dd", "details", "div",
        "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video",
        "script", "style",
    };

    private readonly ImmutableArray<string>.Builder _tokens = ImmutableArray.CreateBuilder<string>();
    private readonly StringBuilder _text = new();

    private HtmlTokens()
    {
    }

    /// <summary>The tokens: <c>&lt;p class="a"&gt;</c>, <c>&lt;/p&gt;</c>, or text.</summary>
    public static ImmutableArray<string> Of(string html)
    {
        var tokens = new HtmlTokens();
        foreach (var node in new HtmlParser().ParseDocument("<!doctype html><html><body>" + html).Body!.ChildNodes)
            tokens.Add(node);
        tokens.EndText();
        return tokens._tokens.ToImmutable();
    }

    /// <summary>The tokens without the ids of headings, which kramdown makes by a setting, and Press by GitHub's rule.</summary>
    public static ImmutableArray<string> WithoutHeadingIds(ImmutableArray<string> tokens) =>
        [.. tokens.Select(token => token is ['<', 'h', >= '1' and <= '6', ' ', ..] ? HeadingId().Replace(token, "") : token)];

    /// <summary>
    /// What a reader reads, without white space. Within single dollars kramdown reads marks and escapes, since it does not know them
    /// as math: those are left out there.
    /// </summary>
    public static string TextOf(ImmutableArray<string> tokens) =>
        TexOfLine().Replace(
            WhiteSpace().Replace(string.Concat(tokens.Where(token => !token.StartsWith('<'))), ""),
            tex => TexMark().Replace(tex.Value, ""));

    private void Add(INode node)
    {
        if (node is IText text)
            _text.Append(text.Data);
        else if (node is IElement { LocalName: "pre" } code)
            AddCode(code);
        else if (node is IElement element)
            Add(element);
    }

    private void Add(IElement element)
    {
        var isWrapper = IsWrapper(element);
        var isBlock = Blocks.Contains(element.LocalName);
        if (isBlock)
            EndText();
        if (!isWrapper)
            AddTag(TagOf(element));
        foreach (var child in element.ChildNodes)
            Add(child);
        if (isBlock)
            EndText();
        if (!isWrapper)
            AddTag($"</{element.LocalName}>");
    }

    private void AddCode(IElement pre)
    {
        AddTag("<pre>");
        _tokens.Add("\u200B" + TrailingBlanks().Replace(pre.TextContent, "").Trim('\n'));
        AddTag("</pre>");
    }

    private static bool IsWrapper(IElement element) => element.LocalName switch
    {
        "label" => element.FirstElementChild?.LocalName == "input",
        "div" or "span" =>
            element.ClassList.Any(
                name => name is "math" or "highlight" or "highlighter-rouge" || name.StartsWith("language-", StringComparison.Ordinal)),
        "a" => element.GetAttribute("href") is { } url && IsBare(url, element.TextContent) && element.Attributes.Length == 1,
        _ => false,
    };

    private static bool IsBare(string url, string text) =>
        WebUtility.UrlDecode(url) is var decoded && WebUtility.UrlDecode(text) is var shown
            && (decoded == shown || decoded == "mailto:" + shown || decoded == "http://" + shown);

    private static string TagOf(IElement element)
    {
        var attributes = element.Attributes
            .Where(attribute =>
                !IgnoredAttributes.Contains(attribute.Name)
                && attribute is not { Name: "role", Value: "doc-endnote" or "doc-noteref" }
                && !(element.LocalName == "code" && attribute.Name == "class"))
            .OrderBy(attribute => attribute.Name, StringComparer.Ordinal)
            .Select(attribute => $" {attribute.Name}=\"{Value(attribute)}\"");
        return $"<{element.LocalName}{string.Concat(attributes)}>";
    }

    private static string Value(IAttr attribute) => attribute.Name switch
    {
        // A relative link is resolved from its source here, and left alone by Jekyll.
        "href" or "src" => WebUtility.UrlDecode(attribute.Value).Replace('+', ' ').Trim().TrimStart('.', '/'),
        "style" => string.Join(';', attribute.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
        _ => WhiteSpace().Replace(attribute.Value, " ").Trim(),
    };

    private void AddTag(string tag)
    {
        if (_text.Length > 0)
            EndText(keepsBlank: true);
        _tokens.Add(tag);
    }

    private void EndText(bool keepsBlank = false)
    {
        var text = MathDelimiter().Replace(WhiteSpace().Replace(_text.ToString(), " "), "$");
        _text.Clear();
        // Within single dollars, which it does not know, kramdown sets dots, hyphens and quotes.
        text = InMath().Replace(
            MathBlank().Replace(text, "$"),
            tex => tex.Value.Replace("…", "...").Replace('’', '\'').Replace('‘', '\'').Replace("–", "--"));
        if (!keepsBlank || (_tokens is [.., var last] && IsBlockTag(last)))
            text = keepsBlank ? text.TrimStart() : text.Trim();
        if (text.Length > 0)
            _tokens.Add(text);
    }

    private static bool IsBlockTag(string tag) => Blocks.Contains(tag.Trim('<', '>', '/').Split(' ')[0]);

    [GeneratedRegex("\\sid=\"[^\"]*\"")]
    private static partial Regex HeadingId();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"\\\(|\\\)|\\\[|\\\]|\$\$")]
    private static partial Regex MathDelimiter();

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex TrailingBlanks();

    [GeneratedRegex(@"\$[^$]*\$")]
    private static partial Regex InMath();

    [GeneratedRegex(@"\$[^$]{1,200}\$")]
    private static partial Regex TexOfLine();

    [GeneratedRegex(@"[\\_*]")]
    private static partial Regex TexMark();

    [GeneratedRegex(@" ?\$ ?")]
    private static partial Regex MathBlank();
}
