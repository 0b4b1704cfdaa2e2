using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Finds where the excerpt of a post ends.</summary>
internal static class Excerpt
{
    /// <summary>
    /// The blocks before the separator, which is taken out of the document; without a separator, the first paragraph.
    /// A separator inside a paragraph of the top level ends the excerpt in mid-paragraph.
    /// </summary>
    public static IReadOnlyList<Block> Cut(MarkdownDocument document, string separator)
    {
        if (IndexOfSeparator(document, separator) is { } index)
            return [.. document.Take(index)];
        return document.OfType<ParagraphBlock>().FirstOrDefault() is { } paragraph ? [paragraph] : [];
    }

    /// <summary>The index of the block with which the rest of the post begins; null if there is no separator.</summary>
    private static int? IndexOfSeparator(MarkdownDocument document, string separator)
    {
        for (var index = 0; index < document.Count; index++)
        {
            switch (document[index])
            {
                case HtmlBlock html when HtmlComment.Same(html.Lines.ToString().AsSpan().Trim(), separator):
                    document.RemoveAt(index);
                    return index;
                case ParagraphBlock { Inline: { } inlines } paragraph
                    when inlines.FirstOrDefault(inline => IsSeparator(inline, separator)) is { } mark:
                    document.Insert(index + 1, SplitAfter(mark, paragraph));
                    mark.Remove();
                    return index + 1;
            }
        }

        return null;
    }

    private static bool IsSeparator(Inline inline, string separator) =>
        inline is HtmlInline { Tag: var tag } && HtmlComment.Same(tag, separator);

    private static ParagraphBlock SplitAfter(Inline mark, ParagraphBlock paragraph)
    {
        var rest = new ParagraphBlock { Inline = new ContainerInline(), Line = paragraph.Line, Span = paragraph.Span };
        while (mark.NextSibling is { } next)
        {
            next.Remove();
            // The line break after the mark is no part of either half.
            if (next is not LineBreakInline || rest.Inline.FirstChild is not null)
                rest.Inline.AppendChild(next);
        }

        return rest;
    }
}
