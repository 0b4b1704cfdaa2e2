using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Makes the part of a URL that names a tag or a category. It follows from the name alone, so that a new tag moves no
/// page of another.</summary>
internal static class NameSlug
{
    /// <summary>
    /// <see cref="Slug"/>'s rule, but for signs that tell one name from another: <c>C#</c> is <c>c-sharp</c>, <c>C++</c>
    /// <c>c-plus-plus</c>, <c>.NET</c> <c>dot-net</c> and <c>A*</c> <c>a-star</c>. A name of pictures alone is these (<c>🎉</c>). Empty if
    /// nothing is left. Case, width and Unicode form do not matter, and a slug of a slug is itself.
    /// </summary>
    public static string Of(string name)
    {
        var text = NameKey.Of(name);
        var spelt = new StringBuilder(text.Length);
        var isBehindWord = false;
        for (var place = 0; place < text.Length; place++)
        {
            if (SignAt(text, place, isBehindWord) is { } word)
            {
                spelt.Append('-').Append(word).Append('-');
                continue;
            }

            spelt.Append(text[place]);
            isBehindWord = char.IsLetterOrDigit(text[place]);
        }

        return Slug.Of(spelt.ToString()) is { Length: > 0 } slug ? slug : PicturesOf(text);
    }

    /// <summary>A sign counts behind a letter or another sign, a dot before a letter and behind none: Node.js has no sign,
    /// .NET has one.</summary>
    private static string? SignAt(string text, int place, bool isBehindWord) => text[place] switch
    {
        '#' when isBehindWord => "sharp",
        '+' when isBehindWord => "plus",
        '*' when isBehindWord => "star",
        '.' when !isBehindWord && (place == 0
            || text[place - 1] is not '.') && place + 1 < text.Length && char.IsLetterOrDigit(text[place + 1]) => "dot",
        _ => null,
    };

    private static string PicturesOf(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol).Select(rune =>
            rune.ToString()));
}
