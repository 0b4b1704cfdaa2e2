using AngleSharp;
using AngleSharp.Dom;

namespace Press;

/// <summary>Writes the nodes of a parsed document as HTML.</summary>
/// <remarks>AngleSharp's own way asks each node for the next one, and each answer looks through all siblings.</remarks>
internal static class HtmlText
{
    /// <summary>The HTML of what stands in a node.</summary>
    public static string Of(INode parent, IMarkupFormatter formatter)
    {
        using var html = new StringWriter();
        WriteChildren(parent, html, formatter);
        return html.ToString();
    }

    private static void WriteChildren(INode parent, StringWriter html, IMarkupFormatter formatter)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IElement element:
                    WriteElement(element, html, formatter);
                    break;
                case IText text:
                    html.Write(parent.Flags.HasFlag(NodeFlags.LiteralText) ? formatter.LiteralText(text) : formatter.Text(text));
                    break;
                default:
                    node.ToHtml(html, formatter);
                    break;
            }
        }
    }

    private static void WriteElement(IElement element, StringWriter html, IMarkupFormatter formatter)
    {
        var isVoid = element.Flags.HasFlag(NodeFlags.SelfClosing);
        html.Write(formatter.OpenTag(element, isVoid));
        if (!isVoid)
        {
            // A parser drops the first line break of some elements.
            if (element.Flags.HasFlag(NodeFlags.LineTolerance) && element.FirstChild is IText { Data: ['\n', ..] })
                html.Write('\n');
            WriteChildren(element is AngleSharp.Html.Dom.IHtmlTemplateElement template ? template.Content : element, html, formatter);
        }

        html.Write(formatter.CloseTag(element, isVoid));
    }
}
