using System.Text.RegularExpressions;

namespace Press;

/// <summary>Language tags as BCP 47 (RFC 5646) forms them, without the irregular ones of old.</summary>
internal static partial class LanguageTag
{
    // What RFC 5646, section 4.4.1, wants room for; folders and feeds are named by the tag.
    private const int MaxLength = 35;

    /// <summary>
    /// The tag in the case of RFC 5646, section 2.1.1: <c>zh-hant-tw</c> becomes <c>zh-Hant-TW</c>; an underscore counts as a hyphen.
    /// Null if it is not well-formed.
    /// </summary>
    public static string? Canonical(string written)
    {
        var tag = written.Replace('_', '-').ToLowerInvariant();
        if (tag.Length > MaxLength || !WellFormed().IsMatch(tag))
            return null;

        var subtags = tag.Split('-');
        for (var i = 1; i < subtags.Length && subtags[i - 1].Length > 1; i++)
        {
            subtags[i] = subtags[i] switch
            {
                { Length: 2 } region => region.ToUpperInvariant(),
                { Length: 4 } script when char.IsAsciiLetter(script[0]) => char.ToUpperInvariant(script[0]) + script[1..],
                var other => other,
            };
        }

        return string.Join('-', subtags);
    }

    [GeneratedRegex(
        @"^[a-z]{2,8}(-[a-z]{3}){0,3}"
            + @"(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
            + @"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
            + @"(-[a-wy-z0-9](-[a-z0-9]{2,8})+)*"
            + @"(-x(-[a-z0-9]{1,8})+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex WellFormed();
}
