using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Raw HTML as authors of Jekyll write it. Beyond CommonMark: a line that begins with an element of text (<c>&lt;img&gt;</c>,
/// <c>&lt;a&gt;</c>) is a paragraph; a block ends with the element with which it began; within that element, a line that begins with a tag
/// is
/// HTML however far it is indented.
/// </summary>
/// <param name="likeJekyll">Whether a comment right below the text of an item or a quote is within that text, as in kramdown.</param>
internal sealed class HtmlBlocks(bool likeJekyll) : HtmlBlockParser
{
    private static readonly object NestingKey = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        var name = HtmlElements.NameOf(line.AsSpan());
        if (HtmlElements.Spans.Contains(name) && IsText(line.Text, line.Start, name))
            return BlockState.None;
        if (likeJekyll && IsCommentWithinItem(processor))
            return BlockState.None;
        var state = base.TryOpen(processor);
        if (state == BlockState.None
            && HtmlElements.Media.Contains(name)
            && !processor.IsCodeIndent
            && processor.CurrentBlock is not ParagraphBlock)
        {
            processor.NewBlocks.Push(new HtmlBlock(this)
            {
                Column = processor.ColumnBeforeIndent,
                Type = HtmlBlockType.InterruptingBlock,
                Span = new SourceSpan(line.Start, line.End),
            });
            processor.GoToColumn(processor.ColumnBeforeIndent);
            state = BlockState.Continue;
        }

        if (state != BlockState.Continue
            || processor.NewBlocks.Peek()
                is not HtmlBlock { Type: HtmlBlockType.InterruptingBlock or HtmlBlockType.NonInterruptingBlock } block)
            return state;
        var nesting = new HtmlNesting(name);
        block.SetData(NestingKey, nesting);
        return Read(nesting, line.AsSpan());
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block.GetData(NestingKey) is not HtmlNesting nesting)
            return base.TryContinue(processor, block);
        // One that is indented as far as code is stays a part of the block: what follows it would be code.
        if (!processor.IsCodeIndent && MarkdownHtmlParser.Opens(processor.Line.AsSpan()))
            return BlockState.None;
        if (processor.IsBlankLine && nesting.Depth > 0 && GoesOnWithTag(processor.Line.Text, processor.Line.Start))
            return BlockState.Continue;
        var state = base.TryContinue(processor, block);
        return state == BlockState.Continue ? Read(nesting, processor.Line.AsSpan()) : state;
    }

    /// <summary>Whether a line is a comment, below text of an item or a quote. Else the list would end there, and begin anew.</summary>
    private static bool IsCommentWithinItem(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        return line.StartsWith("<!--") && line.EndsWith("-->") && line.Length > 7
            && processor.CurrentBlock is ParagraphBlock { Parent: QuoteBlock or ListItemBlock } paragraph
            && processor.IsOpen(paragraph);
    }

    private static BlockState Read(HtmlNesting nesting, ReadOnlySpan<char> line)
    {
        nesting.Read(line);
        return nesting.Depth > 0 || !line.Contains('>') ? BlockState.Continue : BlockState.Break;
    }

    /// <summary>
    /// Whether an element of text is closed in its own paragraph, or needs no end. An end tag alone is none of a paragraph.
    /// </summary>
    private static bool IsText(string text, int start, string name)
    {
        if (HtmlElements.Voids.Contains(name))
            return true;
        if (text.AsSpan(start).StartsWith("</"))
            return false;
        foreach (var line in text.AsSpan(start).EnumerateLines())
        {
            if (line.IsWhiteSpace())
                return false;
            if (line.Contains($"</{name}", StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Whether the next line with text, of the next few, begins with a tag.</summary>
    private static bool GoesOnWithTag(string text, int start)
    {
        var ahead = text.AsSpan(start, Math.Min(text.Length - start, 400)).TrimStart();
        return ahead is ['<', ..];
    }
}
