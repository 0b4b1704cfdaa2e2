using System.Net;

namespace Press;

/// <summary>Takes a body that is HTML: it is cleaned as HTML in Markdown is, and nothing else in it has a meaning.</summary>
internal static class HtmlBody
{
    /// <summary>The body; null, and a diagnostic, if it costs more than its size allows.</summary>
    public static PostBody? Read(string html, BodyOptions options, DiagnosticBag diagnostics)
    {
        try
        {
            var rendered = new RenderedHtml(html, [new LineMark(0, options.FirstLine)], []);
            var clean = AuthorHtml.Clean(rendered, options.Links, options.TrustsHtml, diagnostics);
            var text = PlainHtml.TextOf(clean);
            var excerpt = TextCut.At(text, Limits.ExcerptText);
            return new PostBody
            {
                Html = clean,
                ExcerptHtml = excerpt is "" ? "" : $"<p>{WebUtility.HtmlEncode(excerpt)}</p>\n",
                ExcerptText = excerpt,
                Headings = [],
                HasMath = false,
                Length = TextLength.Of(text),
            };
        }
        catch (TooCostlyException fault)
        {
            diagnostics.Add(DiagnosticRules.TooCostly, new TextPosition(options.FirstLine, 1), fault.Message);
            return null;
        }
    }
}
