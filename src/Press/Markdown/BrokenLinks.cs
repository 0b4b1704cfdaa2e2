using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Warns of what was meant as a link or a picture and is text, since a blank in its path ends it (CommonMark, section
/// 6.3).</summary>
internal static partial class BrokenLinks
{
    /// <summary>Looks for them in all text that is not code.</summary>
    public static void Warn(MarkdownDocument document, int firstLine, DiagnosticBag diagnostics)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks<LeafBlock>())
        {
            if (block.Inline is { } inlines && inlines.Spans<LiteralInline>().Exists(literal => literal.Content.AsSpan().Contains(']')))
                Warn(inlines, text.Clear(), firstLine, diagnostics);
        }
    }

    private static void Warn(ContainerInline inlines, StringBuilder text, int firstLine, DiagnosticBag diagnostics)
    {
        var places = new List<(int Offset, LiteralInline Literal)>();
        foreach (var inline in inlines.Parts())
        {
            if (inline is LiteralInline literal)
            {
                places.Add((text.Length, literal));
                text.Append(literal.Content.AsSpan());
            }
            else if (inline is LeafInline)
            {
                text.Append('\n');
            }
        }

        var place = 0;
        foreach (Match match in Broken().Matches(text.ToString()))
        {
            while (place + 1 < places.Count && places[place + 1].Offset <= match.Index)
                place++;
            var (url, literal) = (match.Groups["url"].Value, places[place].Literal);
            diagnostics.Add(
                DiagnosticRules.InexactLink,
                new TextPosition(firstLine + literal.Line, literal.Column + 1),
                $"the blank in '{url}' ends the link, so that all of it is text. Write %20 for a blank: "
                    + $"{url.Replace(" ", "%20", StringComparison.Ordinal)}.");
        }
    }

    [GeneratedRegex(
        @"\]\(\s*(?<url>[^\s()<>""'{}]*(?:[ ]+[^\s()<>""'{}]+)+"
            + @"\.(?:png|jpe?g|gif|webp|svg|avif|bmp|mp4|mp3|pdf|md|markdown|html?))\s*\)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Broken();
}
