using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Press.Cli;

/// <summary>URLs as people read them: <c>/ko/서울.html</c> for <c>/ko/%EC%84%9C%EC%9A%B8.html</c> (an IRI, RFC 3987, section 3.2).</summary>
internal static partial class ReadableUrl
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The URL with letters in the place of their bytes. Signs that mean something in a URL, or are invisible, stay encoded.
    /// </summary>
    public static string? Of(string? url) => url is null ? null : Bytes().Replace(url, match => Decode(match.Value));

    private static string Decode(string encoded)
    {
        try
        {
            var text = Strict.GetString(Convert.FromHexString(encoded.Replace("%", "", StringComparison.Ordinal)));
            return text.EnumerateRunes().All(IsSeen) ? text : encoded;
        }
        catch (DecoderFallbackException)
        {
            return encoded;
        }
    }

    private static bool IsSeen(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Bytes beyond ASCII.</summary>
    [GeneratedRegex("(%[89A-Fa-f][0-9A-Fa-f])+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bytes();
}
