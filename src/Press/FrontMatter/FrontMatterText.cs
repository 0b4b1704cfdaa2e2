using System.Text.RegularExpressions;

namespace Press;

/// <summary>Tells lines of front matter from lines of prose, where the marks alone do not say it.</summary>
internal static partial class FrontMatterText
{
    // Front matter is short; what comes after so many lines decides nothing.
    private const int MaxLines = 200;

    // Keys by which a block is known to be front matter, of Press and of other tools. Words that begin a line of prose ("note:") are none.
    private static readonly HashSet<string> Known = new(
        [
            .. FrontMatterReader.KnownKeys, "authors", "subtitle", "comments", "lastmod", "modified", "updated", "cover", "weight",
            "aliases",
            "keywords", "summary", "pin", "mathjax", "header", "type", "id", "url",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the key of a line is one by which front matter is known.</summary>
    public static bool IsKnown(string key) => Known.Contains(key) || ForeignKeys.IsKnown(key);

    /// <summary>The key of a line of YAML (<c>key: value</c>); null for any other line.</summary>
    public static string? KeyOf(string line) => Key().Match(line) is { Success: true } match ? match.Groups["key"].Value : null;

    /// <summary>Whether an open block, which nothing closes, is prose below a rule.</summary>
    public static bool IsProse(string text)
    {
        var lines = Lines(text);
        if (lines.FirstOrDefault(IsSignificant) is not { } first)
            return false;
        return KeyOf(first) is { } key ? !IsKnown(key) && lines[0].Trim() is "" : !first.StartsWith('-') && HasWords(first);
    }

    /// <summary>Whether a block between two marks is prose between two rules, or below one and underlined: it has no key that
    /// is known.</summary>
    public static bool IsProseBlock(string yaml)
    {
        var lines = Lines(yaml);
        var significant = lines.Where(IsSignificant).ToList();
        if (significant is [] || significant.Any(line => KeyOf(line) is { } key && IsKnown(key)))
            return false;
        return lines[0].Trim() is "" || (HasWords(significant[0]) && !significant.Exists(line => KeyOf(line) is not null
            || line is ['-' or '?' or ':' or '[' or '{', ..]));
    }

    /// <summary>Whether lines, up to a mark that closes them, read as keys, one of which is known.</summary>
    /// <param name="text">What follows the opening mark.</param>
    /// <param name="mustClose">Whether keys that no mark closes count as prose.</param>
    public static bool IsKeys(string text, bool mustClose)
    {
        var (known, keys) = (0, 0);
        foreach (var line in Lines(text))
        {
            if (Mark().IsMatch(line))
                return known > 0;
            if (!IsSignificant(line))
                continue;
            if (KeyOf(line) is { } key)
                (keys, known) = (keys + 1, known + (IsKnown(key) ? 1 : 0));
            else if (keys == 0 || !(char.IsWhiteSpace(line[0]) || line.StartsWith('-')))
                break;
            if (!mustClose && keys == 1 && known == 1)
                return true;
        }

        return false;
    }

    /// <summary>How many lines at the beginning of a text are keys that are known.</summary>
    public static int CountKnown(string text) => Lines(text).TakeWhile(line => KeyOf(line) is { } key && IsKnown(key)).Count();

    private static string[] Lines(string text)
    {
        var end = -1;
        for (var line = 0; line < MaxLines; line++)
        {
            var next = text.IndexOf('\n', end + 1);
            if (next < 0)
                return text.Split('\n');
            end = next;
        }

        return text[..end].Split('\n');
    }

    private static bool IsSignificant(string line) => line.Trim() is not "" and not ['#', ..];

    private static bool HasWords(string line) => line.Trim().Contains(' ', StringComparison.Ordinal);

    [GeneratedRegex("""^(?<quote>["']?)(?<key>[\p{L}_][\p{L}\p{N}_.-]*)\k<quote>\s*:(\s|$)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\s*([-\u2010-\u2015\u2212\uFF0D]{2,}|\.\.\.)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
