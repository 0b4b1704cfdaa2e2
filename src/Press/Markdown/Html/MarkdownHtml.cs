using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>An element of raw HTML whose content is Markdown: <c>&lt;div markdown="1"&gt;</c>.</summary>
internal sealed class MarkdownHtml(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>The start tag without the attribute.</summary>
    public required string StartTag { get; init; }

    public required string Name { get; init; }

    /// <summary>Whether it holds text, and no blocks.</summary>
    public required bool IsSpan { get; init; }

    public required HtmlNesting Nesting { get; init; }
}
