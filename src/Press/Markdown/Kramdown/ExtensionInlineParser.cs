using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>kramdown's extensions within text.</summary>
internal sealed class ExtensionInlineParser : InlineParser
{
    public ExtensionInlineParser() => OpeningCharacters = ['{'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (KramdownTag.At(text) is not { } tag)
            return false;
        var name = tag.Groups["name"].Value;
        var body = text[tag.Length..];
        var (start, endLength) = tag.Groups["closed"].Success ? (0, 0) : FindEnd(processor, body, name);
        if (start < 0 && name is not "comment")
            return false;

        var content = start < 0 ? body : body[..start];
        processor.Inline = name is "nomarkdown" && KramdownTag.IsForHtml(tag)
            ? new HtmlInline(content.ToString())
            : new HiddenText { IsEnded = start >= 0 };
        processor.Inline.Span = new SourceSpan(
            processor.GetSourcePosition(slice.Start, out var line, out var column), processor
                .GetSourcePosition(slice.Start + tag.Length - 1));
        (processor.Inline.Line, processor.Inline.Column) = (line, column);
        slice.Start += tag.Length + content.Length + endLength;
        return true;
    }

    /// <summary>Text in which one failed to end is not searched again.</summary>
    private (int Start, int Length) FindEnd(InlineProcessor processor, ReadOnlySpan<char> body, string name)
    {
        if (ReferenceEquals(processor.ParserStates[Index], processor.Block))
            return (-1, 0);
        var end = KramdownTag.FindEnd(body, name);
        if (end.Start < 0)
            processor.ParserStates[Index] = processor.Block!;
        return end;
    }
}
