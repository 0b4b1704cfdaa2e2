using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Press;

/// <summary>Writes the number that leads to a footnote, and the arrow that leads back.</summary>
internal sealed class NoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    /// <summary>The author's name for a note, which is part of its id.</summary>
    public static string NameOf(Footnote note) => note.Label?.TrimStart('^') ?? note.Order.ToString(CultureInfo.InvariantCulture);

    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        var name = NameOf(link.Footnote);
        // A note that is called twice has two links back.
        var call = link.Index - link.Footnote.Links[0].Index;
        var suffix = call == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{call}");
        if (!link.IsBackLink)
        {
            // kramdown has the role at <sup>, which is no link and may not have it.
            renderer.Write("<sup id=\"fnref:").WriteEscape(name + suffix).Write("\"><a href=\"#fn:").WriteEscape(name)
                .Write("\" class=\"footnote\" rel=\"footnote\" role=\"doc-noteref\">")
                .Write(link.Footnote.Order.ToString(CultureInfo.InvariantCulture)).Write("</a></sup>");
            return;
        }

        renderer.Write(" <a href=\"#fnref:").WriteEscape(name + suffix).Write("\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;");
        if (call > 0)
            renderer.Write("<sup>").Write((call + 1).ToString(CultureInfo.InvariantCulture)).Write("</sup>");
        renderer.Write("</a>");
    }
}
