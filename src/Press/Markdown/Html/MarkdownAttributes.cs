using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Takes <c>markdown="…"</c> out of the tags that are left: it is for us, not for browsers.</summary>
internal static class MarkdownAttributes
{
    public static void TakeOut(MarkdownDocument document)
    {
        foreach (var part in document.Parts())
        {
            if (part is HtmlInline html && html.Tag.Contains("markdown", StringComparison.Ordinal))
                html.Tag = HtmlStartTag.Without(html.Tag, "markdown");
            else if (part is HtmlBlock { Lines.Count: > 0 } block)
                TakeOut(block);
        }
    }

    private static void TakeOut(HtmlBlock block)
    {
        var lines = block.Lines.Lines.AsSpan(0, block.Lines.Count);
        foreach (ref var line in lines)
        {
            if (line.Slice.AsSpan().Contains("markdown", StringComparison.Ordinal))
                line.Slice = new StringSlice(HtmlStartTag.Without(line.Slice.ToString(), "markdown"));
        }
    }
}
