using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Lists as authors indent them.</summary>
internal sealed class Lists : ListBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is ListItemBlock item && !processor.IsBlankLine && processor.Indent < Math.Abs(item.ColumnWidth))
        {
            // Markdig takes the stars of a rule for a list here.
            if (processor.LastBlock is FencedCodeBlock && IsRule(processor))
                return BlockState.None;
            if (IsBulletBelowNumber(processor, item))
                return BlockState.Continue;
        }

        return base.TryContinue(processor, block);
    }

    private static bool IsRule(BlockProcessor processor)
    {
        if (!ThematicBreakParser.Default.HasOpeningCharacter(processor.CurrentChar) || !ThematicBreakParser.Default.TryOpen(processor).IsBreak())
            return false;
        processor.NewBlocks.Pop();
        return true;
    }

    /// <summary>A bullet right below the text of <c>1.</c> belongs to it as soon as it is indented at all; CommonMark wants three blanks.</summary>
    private static bool IsBulletBelowNumber(BlockProcessor processor, ListItemBlock item) =>
        processor.Indent > 0 && item.Parent is ListBlock { IsOrdered: true } && item.LastChild is not (null or BlankLineBlock)
        && (processor.CurrentChar is '-' or '*' or '+') && (processor.PeekChar(1) is ' ' or '\t') && !IsRule(processor);
}
