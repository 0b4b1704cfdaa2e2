using AngleSharp;
using AngleSharp.Dom;

namespace Press;

/// <summary>Writes an author's HTML with formulas in its text, and elements of old HTML by their names of today.</summary>
/// <param name="formulas">Come into the text.</param>
/// <param name="instead">What is written in the place of some elements, which are empty: of inline elements, each a paragraph
/// where nothing is around it; null for nothing.</param>
internal sealed class BodyFormatter(Formulas formulas, IReadOnlyDictionary<IElement, IElement?> instead) : FormulaFormatter(formulas)
{
    public override string OpenTag(IElement element, bool selfClosing)
    {
        if (instead.TryGetValue(element, out var other))
        {
            var html = other?.ToHtml(this) ?? "";
            return html is not "" && element.ParentElement is { LocalName: "body" } ? $"<p>{html}</p>" : html;
        }

        var tag = base.OpenTag(element, selfClosing);
        var name = ObsoleteHtml.NameOf(element.LocalName);
        return name == element.LocalName ? tag : string.Concat("<", name, tag.AsSpan(1 + element.LocalName.Length));
    }

    public override string CloseTag(IElement element, bool selfClosing)
    {
        if (instead.ContainsKey(element))
            return "";
        var name = ObsoleteHtml.NameOf(element.LocalName);
        return name == element.LocalName ? base.CloseTag(element, selfClosing) : $"</{name}>";
    }
}
