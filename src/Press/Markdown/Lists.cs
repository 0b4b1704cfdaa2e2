using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Lists as authors indent them.</summary>
/// <param name="likeJekyll">Whether kramdown's rules hold where CommonMark's differ.</param>
internal sealed class Lists(bool likeJekyll) : ListBlockParser
{
    private static readonly object TightKey = new();

    public override void Initialize()
    {
        if (likeJekyll)
            ItemParsers.Replace<NumberedListItemParser>(new DottedNumbers());
        base.Initialize();
    }

    public override BlockState TryOpen(BlockProcessor processor)
    {
        // In CommonMark only a 1 begins a list right below text. An author who goes on with 3. after a picture means a list.
        if (likeJekyll && processor.CurrentBlock is ParagraphBlock paragraph && processor.IsOpen(paragraph)
            && !processor.IsCodeIndent && IsNumbered(processor.Line.AsSpan()))
            processor.Close(paragraph);
        return base.TryOpen(processor);
    }

    /// <summary>Whether the first paragraph of an item is text without a paragraph of its own.</summary>
    public static bool IsTight(ListItemBlock item) => item.ContainsData(TightKey);

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is ListItemBlock item && !processor.IsBlankLine && processor.Indent < Math.Abs(item.ColumnWidth))
        {
            // Markdig takes the stars of a rule for a list here.
            if (LazyLists.OpenCode(processor, item) is null && processor.LastBlock is FencedCodeBlock && IsRule(processor))
                return BlockState.None;
            if (likeJekyll
                && !processor.IsCodeIndent
                && LazyLists.BelongsToItem(processor, item)
                && (LazyLists.OpenCode(processor, item) is not null || !IsRule(processor)))
            {
                // What is within the item measures its own indentation anew.
                processor.GoToColumn(processor.ColumnBeforeIndent);
                return BlockState.Continue;
            }
        }

        return base.TryContinue(processor, block);
    }

    public override bool Close(BlockProcessor processor, Block blockToClose)
    {
        // Markdig drops the blank lines, by which kramdown tells each item's own spacing.
        if (likeJekyll && blockToClose is ListBlock list)
            MarkTightItems(list);
        return base.Close(processor, blockToClose);
    }

    /// <summary>
    /// kramdown's rule: an item is loose if a blank line follows its first paragraph; at the end of a list, where such a line says
    /// nothing, if all items before are.
    /// </summary>
    private static void MarkTightItems(ListBlock list)
    {
        var someTight = false;
        for (var place = 0; place < list.Count; place++)
        {
            var item = (ListItemBlock)list[place];
            var isLast = place == list.Count - 1;
            var isFollowed = item is [_, BlankLineBlock, ..] && !(isLast && item.Skip(1).All(block => block is BlankLineBlock));
            var isTight = item is [ParagraphBlock, ..] && !isFollowed && (!isLast || list.Count == 1 || someTight);
            if (isTight)
                item.SetData(TightKey, true);
            someTight |= isTight || item is not [ParagraphBlock, ..];
        }
    }

    /// <summary>To kramdown, <c>1)</c> is text.</summary>
    private sealed class DottedNumbers : NumberedListItemParser
    {
        public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result) =>
            base.TryParse(state, pendingBulletType, out result) && result.OrderedDelimiter == '.';
    }

    private static bool IsNumbered(ReadOnlySpan<char> line)
    {
        var digits = line.Length - line.TrimStart("0123456789").Length;
        return digits is > 0 and < 10 && line[digits..] is ['.', ' ' or '\t', ..] && !line[(digits + 1)..].IsWhiteSpace();
    }

    private static bool IsRule(BlockProcessor processor)
    {
        if (!ThematicBreakParser.Default.HasOpeningCharacter(processor.CurrentChar)
            || !ThematicBreakParser.Default.TryOpen(processor).IsBreak())
            return false;
        processor.NewBlocks.Pop();
        return true;
    }
}
