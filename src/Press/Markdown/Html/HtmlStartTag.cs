using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Changes the attributes of the start tag with which raw HTML begins.</summary>
internal static partial class HtmlStartTag
{
    /// <summary>
    /// The tag at the start of a text: its name, its attributes, and how long it is; null if there is none, or it goes on in the next line.
    /// </summary>
    public static Match? At(string html) => Tag().Match(html) is { Success: true } match ? match : null;

    /// <summary>The value of an attribute of a tag; null if it has none.</summary>
    public static string? Value(Match tag, string attribute) => Attributes(tag).FirstOrDefault(pair => pair.Key == attribute).Value;

    /// <summary>Gives the element with which a block of HTML begins what an attribute list says.</summary>
    public static void Apply(HtmlBlock block, AttributeList list)
    {
        if (block.Lines.Count > 0)
            block.Lines.Lines[0].Slice = new StringSlice(With(block.Lines.Lines[0].Slice.ToString(), list));
    }

    /// <summary>The HTML with the attributes of a list in its first tag.</summary>
    public static string With(string html, AttributeList list)
    {
        if (At(html) is not { } tag)
            return html;
        var attributes = new HtmlAttributes();
        foreach (var (key, value) in Attributes(tag))
            new AttributeList { Properties = [KeyValuePair.Create(key, value)] }.CopyTo(attributes);
        list.CopyTo(attributes);
        return Write(html, tag, attributes);
    }

    /// <summary>The HTML without an attribute in its first tag.</summary>
    public static string Without(string html, string attribute)
    {
        if (At(html) is not { } tag || Value(tag, attribute) is null)
            return html;
        var attributes = tag.Groups["attributes"];
        var written = Attribute().Replace(
            attributes.Value,
            match => match.Groups["key"].Value.Equals(attribute, StringComparison.OrdinalIgnoreCase) ? "" : match.Value);
        return string.Concat(html.AsSpan(0, attributes.Index), written, html.AsSpan(attributes.Index + attributes.Length));
    }

    private static string Write(string html, Match tag, HtmlAttributes attributes)
    {
        var text = new StringBuilder().Append(html, 0, tag.Groups["attributes"].Index);
        if (attributes.Id is { } id)
            text.Append(" id=\"").Append(WebUtility.HtmlEncode(id)).Append('"');
        if (attributes.Classes is { Count: > 0 } classes)
            text.Append(" class=\"").Append(WebUtility.HtmlEncode(string.Join(' ', classes))).Append('"');
        foreach (var (key, value) in attributes.Properties ?? [])
            text.Append(' ').Append(key).Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
        var end = tag.Groups["attributes"].Index + tag.Groups["attributes"].Length;
        return text.Append(html, end, html.Length - end).ToString();
    }

    private static IEnumerable<KeyValuePair<string, string>> Attributes(Match tag) =>
        Attribute().Matches(tag.Groups["attributes"].Value)
            .Select(match => KeyValuePair.Create(
                match.Groups["key"].Value.ToLowerInvariant(),
                WebUtility.HtmlDecode(match.Groups["value"].Value)));

    [GeneratedRegex(
        """^\s*<(?<name>[A-Za-z][A-Za-z0-9:-]*)"""
            + """(?<attributes>(?>\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)"""
            + """\s*(?<close>/?)>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(
        """\s+(?<key>[^\s"'<>/=]+)"""
            + """(\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'=<>`]+)))?""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
