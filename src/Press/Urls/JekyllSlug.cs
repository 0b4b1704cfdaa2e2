using System.Globalization;
using System.Text;

namespace Press;

/// <summary>
/// The words of a file name as Jekyll's <c>:title</c> has them: their case stays, and so do signs that may stand in a URL.
/// </summary>
/// <remarks>Jekyll's mode <c>pretty</c> of <c>slugify</c>.</remarks>
/// <seealso href="https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter"/>
internal static class JekyllSlug
{
    private const string Signs = "._~!$&'()+,;=@";

    /// <summary>The slug: all else becomes one hyphen, and none stands at an end. Empty if nothing is left.</summary>
    public static string Pretty(string text)
    {
        var slug = new StringBuilder(text.Length);
        var inGap = false;
        foreach (var rune in text.ToNormalForm().EnumerateRunes())
        {
            if (IsKept(rune))
                slug.Append(rune);
            else if (!inGap)
                slug.Append('-');
            inGap = !IsKept(rune);
        }

        var (start, end) = (0, slug.Length);
        if (end > 0 && slug[0] == '-')
            start++;
        if (end > start && slug[end - 1] == '-')
            end--;
        return slug.ToString(start, end - start);
    }

    private static bool IsKept(Rune rune) =>
        Rune.IsLetter(rune)
        || (rune.IsAscii && Signs.Contains((char)rune.Value))
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
