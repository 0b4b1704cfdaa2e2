using System.Text.RegularExpressions;

namespace Press;

/// <summary>Front matter that would be published as text, since it does not stand where it is read, or is written in another
/// tool's way.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Message">What is wrong and what to write.</param>
internal sealed partial record MissedFrontMatter(TextPosition Position, string Message)
{
    // So far one of the keys has to stand.
    private const int MaxJson = 2000;

    private const string Move = "Put '---' alone on the first line of the file, with nothing before it.";

    /// <summary>Finds it at the beginning of a text that has no front matter, or behind one; null if there is none.</summary>
    public static MissedFrontMatter? Find(FrontMatterBlock block)
    {
        var text = block.Body;
        var start = SkipUnseen(text);
        if (start == text.Length || Explain(text, start, isSecond: block.Yaml is not null) is not { } message)
            return null;
        var place = SourceText.PositionIn(text, start);
        return new MissedFrontMatter(place with { Line = place.Line + block.BodyLine - 1 }, message);
    }

    private static string? Explain(string text, int start, bool isSecond)
    {
        var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
        var line = text[start..end].TrimEnd();
        var below = text[Math.Min(end + 1, text.Length)..];
        if (isSecond)
        {
            return line is "---" && FrontMatterText.IsKeys(below, mustClose: true)
                ? "a second block of front matter begins here and would be published as text. Move its keys into the "
                    + "first block, or indent it by four blanks to show it."
                : null;
        }

        if (Dashes().IsMatch(line) && FrontMatterText.IsKeys(below, mustClose: line is not "---"))
            return line is "---" ? $"front matter is read from the first line only: {Before(text, start)} this mark. {Move}"
                : $"front matter is not opened by '{line}'. Write '---', three hyphens and nothing else.";
        if (line is "+++" && TomlKey().IsMatch(below))
            return "front matter in TOML is not read. Write YAML: '---' in place of '+++', and 'title: words' in place of "
                + "'title = \"words\"'.";
        if ((line is ";;;" || line.StartsWith('{')) && IsJson(text[start..Math.Min(text.Length, start + MaxJson)]))
            return "front matter in JSON is not read. Write YAML between two lines of '---': 'title: words' in place of "
                + "'\"title\": \"words\",'.";
        if (MarkdownFence().IsMatch(line) && below.TrimStart() is ['-', '-', '-', '\n', .. var inner]
            && FrontMatterText.IsKeys(inner, mustClose: true))
            return "the whole post stands in a block of code. Delete this line and the one that closes it, so that '---' "
                + "is the first line.";
        return FrontMatterText.CountKnown(text[start..]) is var known && (known > 1
            || (known == 1 && FrontMatterText.IsKeys(text[start..], mustClose: true)))
            ? "keys stand here without the marks of front matter. Write '---' on a line before them and on one after them."
            : null;
    }

    private static bool IsJson(string text) =>
        StartsJson().IsMatch(text) && JsonKeys().Matches(text).Any(key => FrontMatterText.IsKnown(key.Groups["key"].Value));

    /// <summary>What stands before the place, in words.</summary>
    private static string Before(string text, int start)
    {
        var before = text.AsSpan(0, start);
        return before.Contains("<!--", StringComparison.Ordinal) ? "a comment stands before"
            : before.Contains('\n') ? "an empty line stands before"
            : before.ContainsAny(' ', '\t', '\u00A0') ? "blanks stand before"
            : "an invisible character stands before";
    }

    /// <summary>The first place behind blanks, invisible characters and comments.</summary>
    private static int SkipUnseen(string text)
    {
        var place = 0;
        while (place < text.Length)
        {
            if (char.IsWhiteSpace(text[place]) || text[place] is '\uFEFF' or '\u00AD' or '\u2060' or (>= '\u200B' and <= '\u200F'))
                place++;
            else if (text.AsSpan(place).StartsWith("<!--") && text.IndexOf("-->", place, StringComparison.Ordinal) is var end and >= 0)
                place = end + "-->".Length;
            else
                return place;
        }

        return place;
    }

    // Three hyphens or more, or the dashes that text editors make of them.
    [GeneratedRegex(@"^(-{3,}|[-]*[\u2010-\u2015\u2212\uFF0D][-\u2010-\u2015\u2212\uFF0D]*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"\A\s*(#[^\n]*\n\s*)*[A-Za-z_""][A-Za-z0-9_."" -]*=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TomlKey();

    [GeneratedRegex(@"\A(;;;\s*)?\{?\s*""[^""\n]+""\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StartsJson();

    [GeneratedRegex(@"""(?<key>[^""\n]+)""\s*:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex JsonKeys();

    [GeneratedRegex("^(`{3,}|~{3,})[ ]*(markdown|md)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex MarkdownFence();
}
