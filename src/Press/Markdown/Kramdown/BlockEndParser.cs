using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>kramdown's end of a block: a line with a caret and nothing else, which parts two lists.</summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#eob-marker"/>
internal sealed class BlockEndParser : BlockParser
{
    public BlockEndParser() => OpeningCharacters = ['^'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.Indent > 0 || processor.Line.AsSpan().TrimEnd() is not "^")
            return BlockState.None;
        processor.NewBlocks.Push(
            new HiddenNote(this) { IsEnded = true, Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
        return BlockState.BreakDiscard;
    }
}
