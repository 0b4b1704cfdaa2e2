using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Links that are bare URLs; within another link they are text.</summary>
internal sealed class BareLinks : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new LinksWithBlanks());
        pipeline.InlineParsers.Insert(0, new BareLinkParser());
        pipeline.DocumentProcessed += Unwrap;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // They are rendered as all links are.
    }

    private static void Unwrap(MarkdownDocument document)
    {
        foreach (var leaf in document.Blocks<LeafBlock>())
        {
            if (leaf.Inline is { } inlines)
            {
                var isInTag = false;
                Unwrap(inlines, isInLink: false, ref isInTag);
            }
        }
    }

    private static void Unwrap(ContainerInline container, bool isInLink, ref bool isInTag)
    {
        for (var inline = container.FirstChild; inline is not null;)
        {
            var next = inline.NextSibling;
            if (inline is HtmlInline { Tag: var tag } && HtmlElements.NameOf(tag) is "a")
                isInTag = !tag.StartsWith("</", StringComparison.Ordinal);
            else if (inline is LinkInline { IsAutoLink: true, FirstChild: LiteralInline text } link && (isInLink || isInTag))
            {
                text.Remove();
                link.ReplaceBy(text);
            }
            else if (inline is ContainerInline inner)
                Unwrap(inner, isInLink || inner is LinkInline, ref isInTag);
            inline = next;
        }
    }
}
