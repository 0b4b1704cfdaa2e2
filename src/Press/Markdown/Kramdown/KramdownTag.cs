using System.Text.RegularExpressions;

namespace Press;

/// <summary>Reads kramdown's extension tags: <c>{::comment}</c>, <c>{::nomarkdown}</c>, <c>{::options key="value" /}</c>.</summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#extensions"/>
internal static partial class KramdownTag
{
    /// <summary>
    /// The tag at the start of a text: groups <c>name</c>, <c>options</c> and <c>closed</c>. Null if there is none that kramdown knows.
    /// </summary>
    public static Match? At(ReadOnlySpan<char> text) =>
        text.StartsWith("{::") && AttributeList.LengthOf(text) is > 0 and var length
        && Start().Match(text[..length].ToString()) is { Success: true } match
            ? match
            : null;

    /// <summary>Whether a line is the end of an extension.</summary>
    public static bool IsEnd(ReadOnlySpan<char> line, string name)
    {
        line = line.Trim();
        return line is "{:/}" || (line.StartsWith("{:/") && line.EndsWith("}") && line[3..^1].SequenceEqual(name));
    }

    /// <summary>Where the end of an extension is in a text, and how long; -1 if there is none.</summary>
    public static (int Start, int Length) FindEnd(ReadOnlySpan<char> text, string name)
    {
        var named = text.IndexOf($"{{:/{name}}}");
        var unnamed = text.IndexOf("{:/}");
        return named >= 0 && (unnamed < 0 || named < unnamed) ? (named, name.Length + 4) : (unnamed, 4);
    }

    /// <summary>Whether what <c>{::nomarkdown}</c> holds is for HTML; it may name LaTeX alone.</summary>
    public static bool IsForHtml(Match tag) =>
        !tag.Groups["options"].ValueSpan.Contains("type=", StringComparison.Ordinal)
            || tag.Groups["options"].ValueSpan.Contains("html", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^\{::(?<name>comment|nomarkdown|options)(\s(?<options>[^}]*?))?(?<closed>/)?\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Start();
}
