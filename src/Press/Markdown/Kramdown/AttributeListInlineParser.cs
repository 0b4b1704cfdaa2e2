using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Finds attribute lists behind spans. Whether there is a span shows when all of the text is read.</summary>
internal sealed class AttributeListInlineParser : InlineParser
{
    public AttributeListInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (!text.StartsWith("{:")
            || AttributeList.LengthOf(text) is not (> 0 and var length)
            || AttributeList.Read(text[2..(length - 1)]) is not { } attributes)
            return false;

        processor.Inline = new AttributeListInline
        {
            Attributes = attributes,
            Text = text[..length].ToString(),
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor
                    .GetSourcePosition(slice.Start + length - 1)),
            Line = line,
            Column = column,
        };
        slice.Start += length;
        return true;
    }
}
