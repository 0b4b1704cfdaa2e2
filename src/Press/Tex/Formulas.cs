using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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

    /// <summary>None yet.</summary>
    /// <param name="markdown">The text in which they stand.</param>
    public Formulas(string markdown) =>
        _word = "math" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(markdown)))[..32] + "x";

    /// <summary>Those of a document that shows TeX by a script: none.</summary>
    public static Formulas None { get; } = new();

    /// <summary>Converts a formula.</summary>
    /// <param name="tex">The formula.</param>
    /// <param name="isDisplay">Whether it stands in a paragraph of its own.</param>
    /// <param name="macros">What those before it have defined; takes what it defines.</param>
    /// <param name="fault">Why it stays TeX; null if it does not.</param>
    /// <returns>What stands for it.</returns>
    public FormulaPlace Add(string tex, bool isDisplay, TexMacros macros, out TexException? fault)
    {
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
        return new FormulaPlace(_word + (_formulas.Count - 1).ToString(CultureInfo.InvariantCulture) + "x", html.Length);
    }

    /// <summary>Text of HTML with the formulas that stand in it.</summary>
    public string Fill(string html) => Replace(html, formula => formula.Html);

    /// <summary>The value of an attribute with the TeX of the formulas that stand in it.</summary>
    public string FillAttribute(string html) => Replace(html, formula => MathXml.Escape(formula.Tex));

    private static string MathMl(string tex, bool isDisplay, string row) =>
        $"<math{(isDisplay ? " display=\"block\"" : "")}><semantics>{row}"
        + $"<annotation encoding=\"application/x-tex\">{MathXml.Escape(tex)}</annotation></semantics></math>";

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

/// <summary>What stands for a formula until the HTML around it has been sanitised.</summary>
/// <param name="Word">A word that nobody else can write.</param>
/// <param name="Length">Of the formula's HTML, in characters.</param>
internal readonly record struct FormulaPlace(string Word, int Length);
