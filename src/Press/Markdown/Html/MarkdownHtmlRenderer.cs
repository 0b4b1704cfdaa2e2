using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Press;

/// <summary>Writes <see cref="MarkdownHtml"/>.</summary>
internal sealed class MarkdownHtmlRenderer : HtmlObjectRenderer<MarkdownHtml>
{
    protected override void Write(HtmlRenderer renderer, MarkdownHtml element)
    {
        renderer.EnsureLine();
        renderer.Write(element.StartTag);
        if (!element.IsSpan)
            renderer.WriteLine();
        var implicitParagraph = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = element.IsSpan;
        renderer.WriteChildren(element);
        renderer.ImplicitParagraph = implicitParagraph;
        renderer.WriteLine($"</{element.Name}>");
    }
}
