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
            || LazyLists.OpenCode(processor, (QuoteBlock)block) is not null || (block.Parent is ListItemBlock && LazyLists.IsItem(processor)))
            return base.TryContinue(processor, block);
        // What is within the quote measures its own indentation anew.
        processor.GoToColumn(processor.ColumnBeforeIndent);
        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }
}
