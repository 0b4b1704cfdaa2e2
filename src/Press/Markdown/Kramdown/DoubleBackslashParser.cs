using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>kramdown's line break: two backslashes at the end of a line.</summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#paragraphs"/>
internal sealed class DoubleBackslashParser : InlineParser
{
    public DoubleBackslashParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar(1) != '\\' || slice.PeekChar(2) != '\n')
            return false;
        processor.Inline = new LineBreakInline
        {
            IsHard = true,
            IsBackslash = true,
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + 2)),
            Line = line,
            Column = column,
        };
        slice.Start += 3;
        return true;
    }
}
