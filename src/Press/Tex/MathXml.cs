using System.Text;

namespace Press;

/// <summary>Writes MathML.</summary>
internal static class MathXml
{
    /// <summary>An element of other elements.</summary>
    /// <param name="name">With its attributes.</param>
    /// <param name="children">MathML.</param>
    public static string Element(string name, params ReadOnlySpan<string> children) =>
        $"<{name}>{string.Concat(children)}</{NameOf(name)}>";

    /// <summary>An element of text.</summary>
    public static string Text(string name, string text) => $"<{name}>{Escape(text)}</{NameOf(name)}>";

    /// <summary>Elements as one.</summary>
    public static string Row(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : $"<mrow>{string.Concat(parts)}</mrow>";

    /// <summary>A blank of a width.</summary>
    /// <param name="width">A length of CSS.</param>
    public static string Space(string width) => $"<mspace width=\"{width}\"></mspace>";

    /// <summary>An element with an attribute more.</summary>
    /// <param name="xml">It begins with a tag.</param>
    /// <param name="attributes">With a blank before them.</param>
    public static string With(string xml, string attributes)
    {
        var end = xml.AsSpan().IndexOfAny(' ', '>');
        return $"{xml[..end]}{attributes}{xml[end..]}";
    }

    /// <summary>A text for elements and attributes in double quotes.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("<>&\"") < 0)
            return text;
        return new StringBuilder(text)
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").ToString();
    }

    private static string NameOf(string name) => name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;
}
