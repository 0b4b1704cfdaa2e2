using Markdig.Extensions.DefinitionLists;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Reads a colon and a blank below a paragraph as what the paragraph's lines, its terms, mean. One blank line may stand between.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#definition-lists"/>
internal sealed class DefinitionParser : BlockParser
{
    public DefinitionParser() => OpeningCharacters = [':'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!IsMark(processor)
            || processor.LastBlock is not ParagraphBlock { Parent: { } parent } paragraph
            || parent.LastChild != paragraph)
            return BlockState.None;
        var blank = BlankLinesAbove(processor);
        if (blank > 1)
            return BlockState.None;

        processor.Close(paragraph);
        if (parent.LastChild != paragraph)
            return BlockState.None;
        parent.RemoveAt(parent.Count - 1);
        if (parent.LastChild is not DefinitionList list)
        {
            list = new DefinitionList(this) { Line = paragraph.Line, Column = processor.Column, Span = paragraph.Span, IsOpen = false };
            parent.Add(list);
        }

        var definition = Open(processor, list, isLoose: blank == 1);
        foreach (var line in paragraph.Lines.Lines.Take(paragraph.Lines.Count))
        {
            var (slice, term) = (line.Slice, new DefinitionTerm(this) { Line = line.Line, Column = line.Column, IsOpen = false });
            slice.TrimEnd();
            term.Span = new SourceSpan(line.Position, line.Position + slice.Length - 1);
            term.AppendLine(ref slice, line.Column, line.Line, line.Position, trackTrivia: false);
            definition.Add(term);
        }

        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var definition = (Definition)block;
        if (processor.IsBlankLine)
            return BlockState.Continue;
        if (processor.Indent >= definition.ContentColumn)
        {
            processor.GoToColumn(processor.ColumnBeforeIndent + definition.ContentColumn);
            return BlockState.Continue;
        }

        var blank = BlankLinesAbove(processor);
        if (IsMark(processor))
        {
            var list = (DefinitionList)definition.Parent!;
            processor.Close(definition);
            Open(processor, list, isLoose: blank > 0);
            return BlockState.Continue;
        }

        // What follows a definition's text, less indented, goes on with it.
        return blank == 0 && definition.LastChild is ParagraphBlock && !LazyLists.EndsLazyText(processor.Line.AsSpan())
            ? BlockState.Continue
            : BlockState.None;
    }

    private Definition Open(BlockProcessor processor, DefinitionList list, bool isLoose)
    {
        var (start, column) = (processor.Start, processor.ColumnBeforeIndent);
        processor.NextChar();
        processor.ParseIndent();
        var definition = new Definition(this)
        {
            IsLoose = isLoose,
            // Without text on its first line, what follows is indented as code is.
            ContentColumn = processor.IsBlankLine ? 4 : processor.Column - column,
            OpeningCharacter = ':',
            Line = processor.LineIndex,
            Column = column,
            Span = new SourceSpan(start, processor.Line.End),
        };
        list.Add(definition);
        list.UpdateSpanEnd(processor.Line.End);
        processor.Open(definition);
        processor.RestartIndent();
        return definition;
    }

    private static bool IsMark(BlockProcessor processor) =>
        !processor.IsCodeIndent && processor.CurrentChar == ':' && processor.PeekChar(1) is ' ' or '\t';

    /// <summary>How many lines above this one are blank, counted up to two.</summary>
    private static int BlankLinesAbove(BlockProcessor processor)
    {
        var above = processor.Line.Text.AsSpan(0, Math.Max(0, processor.CurrentLineStartPosition - 1));
        var blank = 0;
        while (blank < 2)
        {
            var start = above.LastIndexOf('\n') + 1;
            if (!above[start..].TrimStart(" \t>\r").IsEmpty)
                return blank;
            blank++;
            above = above[..Math.Max(0, start - 1)];
        }

        return blank;
    }
}
