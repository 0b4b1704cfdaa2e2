using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Writes lists in which each item is tight or loose by itself, as kramdown does.</summary>
internal sealed class ListItemRenderer : HtmlObjectRenderer<ListBlock>
{
    protected override void Write(HtmlRenderer renderer, ListBlock list)
    {
        renderer.EnsureLine();
        var tag = list.IsOrdered ? "ol" : "ul";
        renderer.Write($"<{tag}");
        if (list.IsOrdered && list.OrderedStart is not (null or "1"))
            renderer.Write(" start=\"").Write(list.OrderedStart).Write('"');
        renderer.WriteAttributes(list).WriteLine(">");
        foreach (var item in list)
        {
            var isTight = Lists.IsTight((ListItemBlock)item);
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.EnsureLine();
            renderer.Write("<li").WriteAttributes(item).Write('>');
            foreach (var block in (ListItemBlock)item)
            {
                renderer.ImplicitParagraph = isTight;
                renderer.Write(block);
                isTight = false;
            }

            renderer.ImplicitParagraph = implicitParagraph;
            renderer.WriteLine("</li>");
            renderer.EnsureLine();
        }

        renderer.WriteLine($"</{tag}>");
    }
}
