using AngleSharp.Dom;
using Ganss.Xss;

namespace Press;

/// <summary>
/// Writes HTML and puts formulas into its text. In the value of an attribute MathML would end the attribute: there TeX stands.
/// </summary>
internal class FormulaFormatter(Formulas formulas) : HtmlFormatter
{
    public override string Text(ICharacterData text) => formulas.Fill(base.Text(text));

    public override string LiteralText(ICharacterData text) => formulas.FillAttribute(base.LiteralText(text));

    protected override string Attribute(IAttr attr) => formulas.FillAttribute(base.Attribute(attr));
}
