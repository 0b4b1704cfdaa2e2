using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// A no-break or full-width blank behind the mark of a heading, an item or a quote counts as a blank: keyboards of Macs and of
/// Japanese write them unseen. Lines of code stay as they are.
/// </summary>
internal static partial class NoBreakSpaces
{
    /// <summary>The text with such blanks replaced, each by one, so that positions hold.</summary>
    public static string Replace(string markdown)
    {
        if (!markdown.AsSpan().ContainsAny('\u00A0', '\u3000') || !Mark().IsMatch(markdown))
            return markdown;
        var isCode = false;
        return Line().Replace(markdown, line =>
        {
            if (line.Groups["fence"].Success)
                isCode = !isCode;
            return isCode || !line.Groups["mark"].Success ? line.Value : line.Value[..^1] + ' ';
        });
    }

    [GeneratedRegex(
        @"^[ \t>]{0,40}(#{1,6}|[-*+>]|[0-9]{1,9}[.)])[\u00A0\u3000]",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^[ \t>]{0,40}((?<fence>```|~~~)|(?<mark>#{1,6}|[-*+>]|[0-9]{1,9}[.)])[\u00A0\u3000])",
        RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
