using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// The formulas of a document as MathML. They are put into the HTML after it has been sanitised, so that the list of allowed elements
/// need not have those of MathML, and nothing that an author writes as MathML comes through. Until then words stand in their places
/// that no author can write: a hash of the whole text is part of them.
/// </summary>
internal sealed class Formulas
{
    private readonly string _word = "";
    private readonly List<(string Tex, string Html)> _formulas = [];

    private Formulas()
    {
    }

    private Formulas(string markdown) =>
        _word = "math" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)))[..32] + "x";

    /// <summary>Those of a document that shows TeX by a script: none.</summary>
    public static Formulas None { get; } = new();

    /// <summary>Converts all formulas of a document, in their order: what one defines, those behind it know.</summary>
    /// <param name="document">Its formulas know afterwards what stands for them.</param>
    /// <param name="markdown">From which it was parsed.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="diagnostics">Takes a warning for each formula that stays TeX.</param>
    public static Formulas Of(MarkdownDocument document, string markdown, int firstLine, DiagnosticBag diagnostics)
    {
        var nodes = document.Descendants().Where(node => node is InlineMath or DisplayMath).ToList();
        if (nodes is [])
            return None;
        var formulas = new Formulas(markdown);
        var macros = new TexMacros(markdown.Length);
        var length = 0L;
        LineBreaks? breaks = null;
        foreach (var node in nodes)
        {
            var place = formulas.PlaceOf(node, macros, out var fault);
            if (fault is not null)
            {
                breaks ??= new LineBreaks(markdown, firstLine);
                var position = breaks.PositionOf(PlaceOf(node, formulas._formulas[^1].Tex, fault.Token, markdown));
                diagnostics.Add(DiagnosticRules.UnknownTex, position, $"the formula stays text: {fault.Message}");
            }

            HtmlBudget.Check(length += formulas._formulas[^1].Html.Length, Limits.Html(markdown.Length));
            if (node is InlineMath inline)
                inline.Place = place;
            else
                ((DisplayMath)node).Place = place;
        }

        return formulas;
    }

    /// <summary>Text of HTML with the formulas that stand in it.</summary>
    public string Fill(string html) => Replace(html, formula => formula.Html);

    /// <summary>The value of an attribute with the TeX of the formulas that stand in it.</summary>
    public string FillAttribute(string html) => Replace(html, formula => MathXml.Escape(formula.Tex));

    private string PlaceOf(MarkdownObject node, TexMacros macros, out TexException? fault)
    {
        var (tex, isDisplay) = node is InlineMath inline ? (inline.Tex, false) : (((DisplayMath)node).Tex, true);
        fault = null;
        string html;
        try
        {
            html = MathMl(tex, isDisplay, TexParser.Parse(tex, isDisplay, macros));
        }
        catch (TexException exception)
        {
            fault = exception;
            html = MathXml.Text("code class=\"tex\"", tex);
        }

        _formulas.Add((tex, html));
        return _word + (_formulas.Count - 1).ToString(CultureInfo.InvariantCulture) + "x";
    }

    private static string MathMl(string tex, bool isDisplay, string row) =>
        $"<math{(isDisplay ? " display=\"block\"" : "")}><semantics>{row}"
        + $"<annotation encoding=\"application/x-tex\">{MathXml.Escape(tex)}</annotation></semantics></math>";

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

    private string Replace(string html, Func<(string Tex, string Html), string> shown)
    {
        if (_formulas is [] || !html.Contains(_word, StringComparison.Ordinal))
            return html;
        var filled = new StringBuilder(html.Length);
        var from = 0;
        while (html.IndexOf(_word, from, StringComparison.Ordinal) is >= 0 and var start)
        {
            var number = start + _word.Length;
            var end = html.IndexOf('x', number);
            filled.Append(html, from, start - from);
            filled.Append(shown(_formulas[int.Parse(html.AsSpan(number, end - number), NumberStyles.None, CultureInfo.InvariantCulture)]));
            from = end + 1;
        }

        return filled.Append(html, from, html.Length - from).ToString();
    }
}
