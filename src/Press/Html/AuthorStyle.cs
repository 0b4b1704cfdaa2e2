using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// Bounds what the styles of an author may measure: nothing is moved far out of its place, and nothing is larger than a screen of today.
/// The style sheet of the theme bounds the author's part as a whole; this is for layouts that do not.
/// </summary>
internal static partial class AuthorStyle
{
    // A caption that is drawn nearer to its picture, an item that is outdented: real posts stay within this.
    private const double MaxPixelsBack = 32;
    private const double MaxPixels = 2000;
    private const double MaxPercent = 100;
    private const double MaxPercentOfText = 1000;
    private const double MaxNumber = 10_000;
    private const double MaxLines = 10;

    private static readonly FrozenSet<string> Moving = FrozenSet.Create(
        StringComparer.Ordinal,
        "letter-spacing", "margin", "margin-bottom", "margin-left", "margin-right",
        "margin-top", "text-indent", "vertical-align", "word-spacing");

    private static readonly FrozenSet<string> OfText =
        FrozenSet.Create(StringComparer.Ordinal, "font", "font-size", "font-stretch", "line-height");

    // CSS pixels in each unit; for those of the font at a size of 16 pixels.
    private static readonly FrozenDictionary<string, double> Units = new Dictionary<string, double>
    {
        ["px"] = 1,
        ["pt"] = 96 / 72.0,
        ["pc"] = 16,
        ["in"] = 96,
        ["cm"] = 96 / 2.54,
        ["mm"] = 96 / 25.4,
        ["q"] = 96 / 101.6,
        ["em"] = 16,
        ["rem"] = 16,
        ["ex"] = 8,
        ["ch"] = 8,
        ["cap"] = 16,
        ["ic"] = 16,
        ["lh"] = 28,
        ["rlh"] = 28,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The style less what is out of bounds; to the letter as it was, where nothing is.</summary>
    /// <param name="style">Of allowed properties.</param>
    /// <param name="taken">The declarations that were taken out.</param>
    public static string Bounded(string style, out IReadOnlyList<string> taken)
    {
        var declarations = DeclarationsOf(style).Where(declaration => declaration is not "").ToList();
        var outside = declarations.Where(declaration => !IsWithin(declaration)).ToList();
        taken = outside;
        return outside is [] ? style : string.Join("; ", declarations.Except(outside));
    }

    /// <summary>A semicolon in quotes or parentheses ends no declaration.</summary>
    private static IEnumerable<string> DeclarationsOf(string style)
    {
        var (start, depth, quote) = (0, 0, '\0');
        for (var at = 0; at < style.Length; at++)
        {
            var c = style[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c is '(' or ')')
                depth = Math.Max(0, depth + (c == '(' ? 1 : -1));
            if (c != ';' || depth > 0 || quote != '\0')
                continue;
            yield return style[start..at].Trim();
            start = at + 1;
        }

        yield return style[start..].Trim();
    }

    private static bool IsWithin(string declaration)
    {
        if (declaration.Split(':', 2, StringSplitOptions.TrimEntries) is not [var name, var value])
            return true;
        (name, value) = (name.ToLowerInvariant(), value.ToLowerInvariant());
        // What a computation comes to nobody knows before it is shown.
        if (Moving.Contains(name) && value.Contains('(', StringComparison.Ordinal))
            return false;
        return Number().Matches(Quoted().Replace(value, "")).All(number => IsWithin(name, number));
    }

    private static bool IsWithin(string name, Match match)
    {
        var unit = match.Groups["unit"].Value;
        if (!double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return false;
        if (number < 0)
            return unit is "" || (Units.TryGetValue(unit, out var back) && -number * back <= MaxPixelsBack);
        return unit switch
        {
            "" => number <= (name == "line-height" ? MaxLines : MaxNumber),
            "%" => number <= (OfText.Contains(name) ? MaxPercentOfText : MaxPercent),
            "fr" or "deg" => number <= MaxNumber,
            _ when Units.TryGetValue(unit, out var pixels) => number * pixels <= MaxPixels,
            // Hundredths of the window, and whatever CSS will measure by one day.
            _ => number <= MaxPercent,
        };
    }

    [GeneratedRegex(
        """(?<![\w#.])(?<number>[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?)(?<unit>%|[a-z]*)""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();

    [GeneratedRegex("""["'][^"']*["']|#[0-9a-f]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
