using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Press;

/// <summary>
/// TeX as kramdown and authors write it: <c>$$…$$</c> alone in a paragraph is display, within text it is inline, and so is <c>$…$</c>.
/// Written out is what stands for the MathML of <see cref="Formulas"/>, or the delimiters that MathJax and KaTeX look for.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#math-blocks"/>
/// <param name="likeJekyll">Whether Markdown's backslashes count within single dollars, which kramdown does not know.</param>
internal sealed class MathExtension(bool likeJekyll) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.InsertBefore<ParagraphBlockParser>(new DisplayMathParser());
        pipeline.InlineParsers.InsertBefore<EscapeInlineParser>(new InlineMathParser(likeJekyll));
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.AddIfNotAlready<DisplayRenderer>();
        renderer.ObjectRenderers.AddIfNotAlready<InlineRenderer>();
    }

    private sealed class DisplayRenderer : HtmlObjectRenderer<DisplayMath>
    {
        protected override void Write(HtmlRenderer renderer, DisplayMath math)
        {
            renderer.EnsureLine();
            renderer.Write("<div").WriteAttributes(math).Write('>');
            if (math.Place is { } place)
                renderer.Write(place);
            else
                renderer.Write("\\[").WriteEscape(math.Tex).Write("\\]");
            renderer.WriteLine("</div>");
        }
    }

    private sealed class InlineRenderer : HtmlObjectRenderer<InlineMath>
    {
        protected override void Write(HtmlRenderer renderer, InlineMath math)
        {
            if (math.Place is null)
                renderer.Write("\\(").WriteEscape(math.Tex).Write("\\)");
            else if (renderer.EnableHtmlForInline)
                renderer.Write(math.Place);
            else
                renderer.WriteEscape(math.Tex);
        }
    }
}
