using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Takes the lines of <c>$$…$$</c> that stands alone as they are, so that nothing of TeX is read as a list, a heading or a table.
/// It opens only where the end is in sight: before the next blank line, with nothing behind it.
/// </summary>
internal sealed class DisplayMathParser : BlockParser
{
    public DisplayMathParser() => OpeningCharacters = ['$'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || !line.AsSpan().StartsWith("$$") || !IsClosed(line.Text, line.Start + 2))
            return BlockState.None;

        var math = new DisplayMath(this)
        {
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, line.End),
        };
        math.GetAttributes().AddClass("math");
        processor.NewBlocks.Push(math);
        return Ends(line.AsSpan()[2..]) ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
            return BlockState.BreakDiscard;
        block.UpdateSpanEnd(processor.Line.End);
        return Ends(processor.Line.AsSpan()) ? BlockState.Break : BlockState.Continue;
    }

    /// <summary>A block that was cut off, by the end of the quote or the list around it, was a paragraph after all.</summary>
    public override bool Close(BlockProcessor processor, Block block)
    {
        var math = (DisplayMath)block;
        if (math.Lines.ToString().AsSpan().Trim() is { Length: > 4 } text && text.EndsWith("$$"))
            return true;

        var parent = math.Parent!;
        var paragraph = new ParagraphBlock { Lines = math.Lines, Line = math.Line, Column = math.Column, Span = math.Span, IsOpen = false };
        parent.Insert(parent.IndexOf(math), paragraph);
        return false;
    }

    private static bool Ends(ReadOnlySpan<char> line) => line.Contains("$$", StringComparison.Ordinal);

    /// <summary>Whether the next two dollars end a line of this block, and what follows does not continue the paragraph.</summary>
    private static bool IsClosed(string text, int from)
    {
        var rest = text.AsSpan(from);
        var end = rest.IndexOf("$$");
        if (end < 0 || rest[..end].IsWhiteSpace() || HasBlankLine(rest[..end]))
            return false;
        rest = rest[(end + 2)..];
        var lineEnd = rest.IndexOf('\n');
        if (!(lineEnd < 0 ? rest : rest[..lineEnd]).IsWhiteSpace())
            return false;
        return lineEnd < 0 || BeginsBlock(rest[(lineEnd + 1)..]);
    }

    /// <summary>Whether a line between two others is blank. The last one may be: the dollars follow on it.</summary>
    private static bool HasBlankLine(ReadOnlySpan<char> lines)
    {
        var isFirst = true;
        foreach (var line in lines[..Math.Max(0, lines.LastIndexOf('\n'))].EnumerateLines())
        {
            if (!isFirst && line.TrimStart(" \t>").IsEmpty)
                return true;
            isFirst = false;
        }

        return false;
    }

    private static bool BeginsBlock(ReadOnlySpan<char> text)
    {
        var line = text[..(text.IndexOf('\n') is >= 0 and var end ? end : text.Length)].TrimStart(" \t>");
        return line.IsWhiteSpace() || line[0] is '#' or '-' or '*' or '+' or '|' or '`' or '~' || line.StartsWith("{:")
            || (line[0] == '<' && !HtmlElements.Spans.Contains(HtmlElements.NameOf(line)))
            || (char.IsAsciiDigit(line[0]) && line.TrimStart("0123456789").StartsWith("."));
    }
}
