using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Makes the part of a URL that names a thing.</summary>
public static class Slug
{
    /// <summary>
    /// Letters and digits of every script, in lower case and NFC, all between them one hyphen: <c>"GTC 2025: 첫인상!"</c>
    /// becomes <c>gtc-2025-첫인상</c>. Empty if there is neither.
    /// </summary>
    /// <remarks>Jekyll's default mode of <c>slugify</c>; a slug of a slug is itself.</remarks>
    /// <seealso href="https://jekyllrb.com/docs/liquid/filters/#options-for-the-slugify-filter"/>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.ToLowerInvariant().ToNormalForm().EnumerateRunes())
        {
            if (!IsPartOfWord(rune, afterWord: !gap && slug.Length > 0))
            {
                gap = true;
                continue;
            }

            if (gap && slug.Length > 0)
                slug.Append('-');
            slug.Append(rune);
            gap = false;
        }

        return slug.ToString();
    }

    /// <summary>Marks belong to the letter before them (the vowel signs of Devanagari, say).</summary>
    private static bool IsPartOfWord(Rune rune, bool afterWord) =>
        Rune.IsLetterOrDigit(rune)
        || (afterWord && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
}
