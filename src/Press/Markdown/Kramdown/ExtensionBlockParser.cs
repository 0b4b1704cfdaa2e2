using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>kramdown's extensions that have lines to themselves. What is commented out is dropped as it is read.</summary>
internal sealed class ExtensionBlockParser : BlockParser
{
    public ExtensionBlockParser() => OpeningCharacters = ['{'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || KramdownTag.At(line.AsSpan()) is not { } tag || !line.AsSpan()[tag.Length..].IsWhiteSpace())
            return BlockState.None;

        var name = tag.Groups["name"].Value;
        var isClosed = tag.Groups["closed"].Success;
        if (name is "options" && !isClosed)
            return BlockState.None;
        if (name is "nomarkdown" && !isClosed)
            return OpenRaw(processor, KramdownTag.IsForHtml(tag));

        processor.NewBlocks.Push(
            new HiddenNote(this) { IsEnded = isClosed, Column = processor.Column, Span = new SourceSpan(line.Start, line.End) });
        return isClosed ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is HiddenNote note)
        {
            note.IsEnded = KramdownTag.IsEnd(processor.Line.AsSpan(), "comment");
            return note.IsEnded ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
        }

        if (KramdownTag.IsEnd(processor.Line.AsSpan(), "nomarkdown"))
            return BlockState.BreakDiscard;
        return ((RawHtml)block).IsShown ? BlockState.Continue : BlockState.ContinueDiscard;
    }

    private BlockState OpenRaw(BlockProcessor processor, bool isShown)
    {
        var line = processor.Line;
        // A post that failed to end one has none that ends further on.
        if (processor.Document.ContainsData(this) || KramdownTag.FindEnd(line.Text.AsSpan(line.End), "nomarkdown").Start < 0)
        {
            processor.Document.SetData(this, true);
            return BlockState.None;
        }

        processor.NewBlocks.Push(
            new RawHtml(this) { IsShown = isShown, Column = processor.Column, Span = new SourceSpan(line.Start, line.End) });
        return BlockState.ContinueDiscard;
    }

    /// <summary>HTML between <c>{::nomarkdown}</c> and its end.</summary>
    private sealed class RawHtml : HtmlBlock
    {
        public RawHtml(BlockParser parser)
            : base(parser)
        {
        }

        public required bool IsShown { get; init; }
    }
}
