using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Press;

/// <summary>The text that a reader sees of HTML.</summary>
internal static class PlainHtml
{
    private static readonly IBrowsingContext Context = BrowsingContext.New(Configuration.Default);

    /// <summary>The text, its blanks and line breaks one blank each.</summary>
    public static string TextOf(string html)
    {
        var document = HtmlCost.NewParser(new HtmlParserOptions(), Context).ParseDocument("<!doctype html><html><body>" + html);
        var text = new StringBuilder(html.Length);
        Append(document.Body!, text);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // The parser bounds the depth.
    private static void Append(INode parent, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText part)
                text.Append(part.Data).Append(' ');
            else if (node is IElement { LocalName: not ("script" or "style" or "template") })
                Append(node, text);
        }
    }
}
