using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Writes definition lists. The first text of a definition is a paragraph only if a blank line stands above it.</summary>
internal sealed class DefinitionRenderer : HtmlObjectRenderer<DefinitionList>
{
    protected override void Write(HtmlRenderer renderer, DefinitionList list)
    {
        renderer.EnsureLine();
        renderer.Write("<dl").WriteAttributes(list).WriteLine(">");
        foreach (var definition in list.OfType<Definition>())
        {
            foreach (var term in definition.OfType<DefinitionTerm>())
                renderer.Write("<dt").WriteAttributes(term).Write('>').WriteLeafInline(term).WriteLine("</dt>");

            renderer.Write("<dd").WriteAttributes(definition).Write('>');
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = !definition.IsLoose;
            foreach (var block in definition.Where(block => block is not DefinitionTerm))
            {
                renderer.ImplicitParagraph &= block is ParagraphBlock;
                renderer.Write(block);
                renderer.ImplicitParagraph = false;
            }

            renderer.ImplicitParagraph = implicitParagraph;
            renderer.WriteLine("</dd>");
        }

        renderer.WriteLine("</dl>");
    }
}
