using Markdig.Parsers;

namespace Press;

/// <summary>Headings with a text. Signs alone, <c>####</c>, are text to kramdown, and a heading to CommonMark.</summary>
internal sealed class FilledHeadings : HeadingBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        processor.Line.AsSpan().TrimStart('#').IsWhiteSpace() ? BlockState.None : base.TryOpen(processor);
}
