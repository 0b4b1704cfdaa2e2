using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Bounds the marks that a paragraph has open. In Markdig each piece of text looks through all of them, since a mark that is open
/// holds what follows. This parser takes nothing; it tidies up before others do.
/// </summary>
internal sealed class OpenMarks : InlineParser
{
    private readonly EmphasisInlineParser _emphasis;

    public OpenMarks(EmphasisInlineParser emphasis)
    {
        _emphasis = emphasis;
        OpeningCharacters = ['[', '!', '*', '_', '~', '+', '=', '"', '^', '\n'];
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var open = processor.GetParserState(this, static () => new Open());
        if (slice.CurrentChar is '[' or '!')
        {
            if (++open.Brackets > Limits.OpenBrackets)
            {
                CloseBrackets(processor);
                open.Brackets = 0;
            }
        }
        else if (slice.CurrentChar != '\n')
        {
            open.Marks++;
        }

        // At the end of a line few pairs are open, if any: a table has whole ones in each row.
        if (open.Marks >= (slice.CurrentChar == '\n' ? Limits.MarksOfLines : Limits.Marks))
        {
            PairMarks(processor);
            open.Marks = 0;
        }

        return false;
    }

    /// <summary>Makes text of all open brackets but the innermost.</summary>
    private static void CloseBrackets(InlineProcessor processor)
    {
        var kept = 0;
        for (Inline? inline = processor.Inline; inline is not null;)
        {
            var parent = inline.Parent;
            if (inline is LinkDelimiterInline bracket && ++kept > Limits.OpenBrackets)
            {
                bracket.ReplaceBy(new LiteralInline(bracket.IsImage ? "![" : "[")
                {
                    Span = bracket.Span,
                    Line = bracket.Line,
                    Column = bracket.Column,
                    IsClosed = true,
                });
                CutMarkup.Add(
                    processor,
                    $"more than {Limits.OpenBrackets} brackets are open here; the first are text. "
                        + "Close them, or write \\[ for a bracket that is text.");
            }

            inline = parent;
        }
    }

    /// <summary>Pairs the marks of emphasis that can be paired, and makes text of the others.</summary>
    private void PairMarks(InlineProcessor processor)
    {
        _emphasis.PostProcess(processor, processor.Root, lastChild: null, postInlineProcessorIndex: 0, isFinalProcessing: false);
        Inline? last = processor.Root!.LastChild;
        while (last is DelimiterInline { IsClosed: false, LastChild: { } child })
            last = child;
        // What has been paired is whole: what follows stands behind it.
        if (last is ContainerInline and not DelimiterInline)
            last.IsClosed = true;
        processor.Inline = last;
    }

    private sealed class Open
    {
        public int Brackets { get; set; }

        public int Marks { get; set; }
    }
}
