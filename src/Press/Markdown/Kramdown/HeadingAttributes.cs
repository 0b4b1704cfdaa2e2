using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Reads the one id or class that may end a heading: <c>## Heading {#id}</c>, <c>## Heading {.no_toc}</c>. All other braces are text.
/// </summary>
internal sealed partial class HeadingAttributes : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Read;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // The attributes are those of the heading.
    }

    private static void Read(MarkdownDocument document)
    {
        foreach (var heading in document.Blocks<HeadingBlock>())
        {
            if (heading.Inline?.LastChild is LiteralInline { Content: var content } last
                && Attribute().Match(content.ToString()) is { Success: true } match)
            {
                if (match.Groups["id"].Success)
                    heading.GetAttributes().Id = match.Groups["id"].Value;
                else
                    heading.GetAttributes().AddClass(match.Groups["class"].Value);
                last.Content = new StringSlice(content.Text, content.Start, content.Start + match.Index - 1);
            }
        }
    }

    [GeneratedRegex(
        @"[ \t\u00A0]+\{(?:\#(?<id>[\p{L}_:][\p{L}\p{M}\p{N}_:.-]*)"
            + @"|\.(?<class>[\p{L}_][\p{L}\p{M}\p{N}_-]*))\}\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Attribute();
}
