using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Quotes that go on up to the next blank line, as kramdown has it, with all that is written there.</summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#blockquotes"/>
internal sealed class LazyQuotes : QuoteBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || processor.CurrentChar == '>' || !LazyLists.IsBelowLine(processor)
            || LazyLists.EndsLazyText(processor.Line.AsSpan())
            || IsOwnCode(processor, (QuoteBlock)block) || IsOtherCode(processor, (QuoteBlock)block)
            || (block.Parent is ListItemBlock && LazyLists.IsItem(processor)))
            return base.TryContinue(processor, block);
        // What is within the quote measures its own indentation anew.
        processor.GoToColumn(processor.ColumnBeforeIndent);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    /// <summary>Whether code is open that began behind a mark of the quote, so that each of its lines has one.</summary>
    private static bool IsOwnCode(BlockProcessor processor, QuoteBlock quote) =>
        LazyLists.OpenCode(processor, quote) is { } code && IsMarked(processor.Line.Text, code.Span.Start);

    /// <summary>Whether a fence stands here that does not end before the next blank line. Then it is no text of the quote.</summary>
    private static bool IsOtherCode(BlockProcessor processor, QuoteBlock quote) =>
        processor.Line.AsSpan() is ['`', '`', '`', ..] or ['~', '~', '~', ..] && !LazyLists.IsFence(processor)
            && LazyLists.OpenCode(processor, quote) is null;

    /// <summary>Whether the line of a place begins with the mark of a quote.</summary>
    private static bool IsMarked(string text, int place)
    {
        var before = text.AsSpan(0, Math.Clamp(place, 0, text.Length));
        return before[(before.LastIndexOf('\n') + 1)..].TrimStart().StartsWith('>');
    }
}
