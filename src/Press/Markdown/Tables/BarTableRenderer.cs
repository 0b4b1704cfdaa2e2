using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Press;

/// <summary>Writes a <see cref="BarTable"/>, with as many bodies as it has.</summary>
internal sealed class BarTableRenderer : HtmlObjectRenderer<BarTable>
{
    protected override void Write(HtmlRenderer renderer, BarTable table)
    {
        renderer.EnsureLine();
        renderer.Write("<table").WriteAttributes(table).WriteLine(">");
        BarRow? above = null;
        foreach (var row in table.Cast<BarRow>())
        {
            if (above?.Number != row.Number)
            {
                if (above is not null)
                    renderer.WriteLine($"</{above.Part}>");
                renderer.WriteLine($"<{row.Part}>");
            }

            Write(renderer, table, row);
            above = row;
        }

        renderer.WriteLine($"</{above!.Part}>").WriteLine("</table>");
    }

    private static void Write(HtmlRenderer renderer, BarTable table, BarRow row)
    {
        var tag = row.IsHeader ? "th" : "td";
        renderer.WriteLine("<tr>");
        for (var column = 0; column < row.Count; column++)
        {
            renderer.Write($"<{tag}").Write(table.ColumnDefinitions[column].Alignment switch
            {
                TableColumnAlign.Left => " style=\"text-align: left;\"",
                TableColumnAlign.Right => " style=\"text-align: right;\"",
                TableColumnAlign.Center => " style=\"text-align: center;\"",
                _ => "",
            }).Write('>');
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren((TableCell)row[column]);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.WriteLine($"</{tag}>");
        }

        renderer.WriteLine("</tr>");
    }
}
