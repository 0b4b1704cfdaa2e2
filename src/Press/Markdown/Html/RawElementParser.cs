using System.Net;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Elements within text whose content kramdown leaves as it is: <c>&lt;code&gt;__init__&lt;/code&gt;</c>, and also <c>&lt;u&gt;</c>,
/// <c>&lt;mark&gt;</c> and names it does not know. Nothing in them is Markdown; tags stay tags.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#html-spans"/>
internal sealed partial class RawElementParser : InlineParser
{
    public RawElementParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var name = HtmlElements.NameOf(slice.AsSpan());
        if (name is "" || slice.PeekChar() == '/' || HtmlElements.Voids.Contains(name) || HtmlElements.Typeset.Contains(name)
            || HtmlElements.Blocks.Contains(name)
            || StartTag().Match(slice.Text, slice.Start, slice.Length) is not { Success: true } tag)
            return false;

        var lookahead = Lookahead.Of(processor, this, slice);
        var end = lookahead.EndOf(slice);
        var content = tag.Index + tag.Length;
        var length = content > end
            ? -1
            : slice.Text.AsSpan(content, end + 1 - content).IndexOf($"</{name}>", StringComparison.OrdinalIgnoreCase);
        if (length < 0)
        {
            lookahead.Fail(processor, end - slice.Start, "an element");
            return false;
        }

        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var place = new LiteralInline { Span = new SourceSpan(start, start), Line = line, Column = column };
        var element = new ContainerInline { IsClosed = true, Span = place.Span, Line = line, Column = column };
        Append(element, slice.Text.Substring(slice.Start, content + length + name.Length + 3 - slice.Start), place);
        slice.Start = content + length + name.Length + 3;
        element.Span.End = processor.GetSourcePosition(slice.Start - 1);
        processor.Inline = element;
        return true;
    }

    private static void Append(ContainerInline element, string html, LiteralInline place)
    {
        var start = 0;
        foreach (Match tag in AnyTag().Matches(html))
        {
            if (HtmlElements.Blocks.Contains(HtmlElements.NameOf(tag.ValueSpan)))
                continue;
            AppendText(element, html[start..tag.Index], place);
            element.AppendChild(new HtmlInline(tag.Value) { Span = place.Span, Line = place.Line, Column = place.Column });
            start = tag.Index + tag.Length;
        }

        AppendText(element, html[start..], place);
    }

    private static void AppendText(ContainerInline element, string text, LiteralInline place)
    {
        if (text is not "")
            element.AppendChild(
                new LiteralInline(WebUtility.HtmlDecode(text)) { Span = place.Span, Line = place.Line, Column = place.Column });
    }

    [GeneratedRegex(
        """\G<[A-Za-z][A-Za-z0-9:-]{0,20}"""
            + """(?>\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^\s"'=<>`]+))?)*\s*>""",
        RegexOptions.CultureInvariant)]
    private static partial Regex StartTag();

    [GeneratedRegex("""</?[A-Za-z][A-Za-z0-9:-]{0,20}(?>\s[^<>]{0,2000})?>""", RegexOptions.CultureInvariant)]
    private static partial Regex AnyTag();
}
