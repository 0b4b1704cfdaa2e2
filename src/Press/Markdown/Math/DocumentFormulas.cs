using Markdig.Syntax;

namespace Press;

/// <summary>Converts the formulas of a document.</summary>
internal static class DocumentFormulas
{
    /// <summary>Converts all formulas of a document, in their order: what one defines, those behind it know.</summary>
    /// <param name="document">Its formulas know afterwards what stands for them.</param>
    /// <param name="markdown">From which it was parsed.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="diagnostics">Takes a warning for each formula that stays TeX.</param>
    public static Formulas Of(MarkdownDocument document, string markdown, int firstLine, DiagnosticBag diagnostics)
    {
        var nodes = document.Parts().FindAll(node => node is InlineMath or DisplayMath);
        if (nodes is [])
            return Formulas.None;
        var formulas = new Formulas(markdown);
        var macros = new TexMacros(markdown.Length);
        var length = 0L;
        LineBreaks? breaks = null;
        foreach (var node in nodes)
        {
            var (tex, isDisplay) = node is InlineMath { Tex: var inText } ? (inText, false) : (((DisplayMath)node).Tex, true);
            var place = formulas.Add(tex, isDisplay, macros, out var fault);
            if (fault is not null)
            {
                breaks ??= new LineBreaks(markdown, firstLine);
                var position = breaks.PositionOf(PlaceOf(node, tex, fault.Token, markdown));
                diagnostics.Add(DiagnosticRules.UnknownTex, position, $"the formula stays text: {fault.Message}");
            }

            HtmlBudget.Check(length += place.Length, Limits.Html(markdown.Length));
            if (node is InlineMath inline)
                inline.Place = place.Word;
            else
                ((DisplayMath)node).Place = place.Word;
        }

        return formulas;
    }

    /// <summary>
    /// Where a token stands in the text. A quote has marks before the lines of its formulas, so characters of the token's kind are counted.
    /// </summary>
    private static int PlaceOf(MarkdownObject node, string tex, TexToken token, string markdown)
    {
        var place = Math.Clamp(node.Span.Start, 0, markdown.Length);
        if (token.At < tex.Length)
        {
            var end = Math.Min(markdown.Length, node.Span.End + 1);
            for (var count = tex.AsSpan(0, token.At + 1).Count(tex[token.At]); count > 0 && place < end; count--)
            {
                var next = markdown.AsSpan(place, end - place).IndexOf(tex[token.At]);
                place = next < 0 ? end : place + next + 1;
            }

            place--;
        }

        return place;
    }
}
