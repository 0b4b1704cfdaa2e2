using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Keeps <c>&lt;&lt;interface&gt;&gt;</c> text: two angles are never the beginning of a tag, which would hide the word.</summary>
internal sealed class AngleQuoteParser : InlineParser
{
    public AngleQuoteParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '<')
            return false;
        processor.Inline = new LiteralInline
        {
            // With the blank behind them they make another quote.
            Content = new StringSlice(slice.Text, slice.Start, slice.PeekChar(2) == ' ' ? slice.Start + 2 : slice.Start + 1),
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + 1)),
            Line = line,
            Column = column,
        };
        slice.Start += ((LiteralInline)processor.Inline).Content.Length;
        return true;
    }
}
