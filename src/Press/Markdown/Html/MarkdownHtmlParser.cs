using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Reads elements with <c>markdown="1"</c>, <c>"block"</c> or <c>"span"</c>, as kramdown does.</summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#html-blocks"/>
internal sealed class MarkdownHtmlParser : BlockParser
{
    private static readonly FrozenSet<string> TextElements = FrozenSet.Create(
        StringComparer.Ordinal, "p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "th", "caption", "legend", "summary", "address");

    public MarkdownHtmlParser() => OpeningCharacters = ['<'];

    /// <summary>Whether a line begins with such an element.</summary>
    public static bool Opens(ReadOnlySpan<char> line) => line.Contains("markdown", StringComparison.Ordinal) && TagOf(line) is not null;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || !line.AsSpan().Contains("markdown", StringComparison.Ordinal) || TagOf(line.AsSpan()) is not { } tag)
            return BlockState.None;

        var name = tag.Groups["name"].Value;
        var nesting = new HtmlNesting(name.ToLowerInvariant());
        nesting.Read(line.AsSpan());
        if (nesting.Depth <= 0 && !EndsWithTag(line.AsSpan(), name))
            return BlockState.None;

        processor.NewBlocks.Push(new MarkdownHtml(this)
        {
            StartTag = HtmlStartTag.Without(tag.Value.Trim(), "markdown"),
            Name = name,
            IsSpan = HtmlStartTag.Value(tag, "markdown") is "span"
                || (HtmlStartTag.Value(tag, "markdown") is "1" && TextElements.Contains(name.ToLowerInvariant())),
            Nesting = nesting,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, line.End),
        });
        processor.GoToColumn(processor.Column + tag.Length);
        processor.RestartIndent();
        CutEndTag(processor, nesting, name);
        return processor.Line.AsSpan().IsWhiteSpace() ? BlockState.ContinueDiscard : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        var element = (MarkdownHtml)block;
        if (element.Nesting.Depth <= 0)
        {
            // Else its last paragraph would go on in the lines below.
            processor.Close(element);
            return BlockState.None;
        }

        // What stands in code is no tag.
        if (processor.IsBlankLine || LazyLists.OpenCode(processor, element) is not null)
            return BlockState.Continue;
        element.Nesting.Read(processor.Line.AsSpan());
        if (element.Nesting.Depth > 0)
            return BlockState.Continue;
        if (processor.Line.AsSpan().TrimStart().StartsWith($"</{element.Name}", StringComparison.OrdinalIgnoreCase))
            return BlockState.BreakDiscard;
        CutEndTag(processor, element.Nesting, element.Name);
        return BlockState.Continue;
    }

    private static Match? TagOf(ReadOnlySpan<char> line) =>
        HtmlStartTag.At(line.ToString()) is { } tag && HtmlStartTag.Value(tag, "markdown") is "1" or "block" or "span"
        && !HtmlElements.Spans.Contains(tag.Groups["name"].Value.ToLowerInvariant()) && !tag.Groups["close"].ValueSpan.Contains('/')
            ? tag
            : null;

    private static bool EndsWithTag(ReadOnlySpan<char> line, string name) =>
        line.TrimEnd().EndsWith($"</{name}>", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes the end tag from the end of the line, so that what is left of it is content.</summary>
    private static void CutEndTag(BlockProcessor processor, HtmlNesting nesting, string name)
    {
        var line = processor.Line.AsSpan();
        if (nesting.Depth <= 0 && EndsWithTag(line, name))
            processor.Line.End = processor.Line.Start + line.LastIndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) - 1;
    }
}
