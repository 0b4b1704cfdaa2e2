using System.Globalization;
using System.Text;

namespace Press;

/// <summary>
/// Which texts a share picture can show. The font has Hangul, kana, and the Latin, Greek and Cyrillic scripts; Han and the scripts whose
/// letters join it has not, and a picture with holes in its title would be worse than none.
/// </summary>
internal static class ShareLetters
{
    // As planning must not load a font for it, the ranges stand here; a test holds them against the font.
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x20, 0x7e), (0xa0, 0x148), (0x14a, 0x17f), (0x384, 0x38a), (0x38c, 0x38c), (0x38e, 0x3a1), (0x3a3, 0x3ce), (0x400, 0x45f),
        (0x1ea0, 0x1ef9), (0x2010, 0x2027), (0x2030, 0x205e), (0x20a0, 0x20bf), (0x2122, 0x2122), (0x2190, 0x2199), (0x2212, 0x2212),
        (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x3000, 0x3003), (0x3008, 0x3011), (0x3014, 0x301f), (0x3041, 0x3094),
        (0x30a1, 0x30fe), (0x3131, 0x3163), (0xac00, 0xd7a3), (0xff01, 0xff60), (0xffe0, 0xffe1),
    ];

    /// <summary>All of them, for the test.</summary>
    public static IEnumerable<int> All => Ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    /// <summary>A text as a picture shows it: without emoji. Null if it has other letters that the font has not, or none at all.</summary>
    public static string? Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsCovered(rune.Value))
                shown.Append(rune.ToString());
            else if (!IsPicture(rune))
                return null;
        }

        return string.Join(' ', shown.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } words ? words : null;
    }

    private static bool IsCovered(int letter) => Array.Exists(Ranges, range => letter >= range.First && letter <= range.Last);

    /// <summary>Emoji, and what joins or colours them.</summary>
    private static bool IsPicture(Rune rune) =>
        rune.Value is 0x200d or 0xfe0e or 0xfe0f or (>= 0x1f3fb and <= 0x1f3ff)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol;
}
