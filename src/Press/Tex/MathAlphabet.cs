using System.Collections.Frozen;
using System.Text;

namespace Press;

/// <summary>
/// Puts letters into an alphabet of mathematics. MathML Core leaves that to the characters: browsers no longer know bold or script
/// by an attribute.
/// </summary>
/// <seealso href="https://www.unicode.org/charts/PDF/U1D400.pdf"/>
internal static class MathAlphabet
{
    // Where the capitals, small letters, digits and Greek capitals of an alphabet begin; 0 where it has none.
    private static readonly FrozenDictionary<MathFont, (int Capitals, int Small, int Digits, int Greek)> Starts =
        new Dictionary<MathFont, (int, int, int, int)>
        {
            [MathFont.Italic] = (0x1D434, 0x1D44E, 0, 0x1D6E2),
            [MathFont.Bold] = (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8),
            [MathFont.BoldItalic] = (0x1D468, 0x1D482, 0x1D7CE, 0x1D71C),
            [MathFont.DoubleStruck] = (0x1D538, 0x1D552, 0x1D7D8, 0),
            [MathFont.Script] = (0x1D49C, 0x1D4B6, 0, 0),
            [MathFont.BoldScript] = (0x1D4D0, 0x1D4EA, 0, 0),
            [MathFont.Fraktur] = (0x1D504, 0x1D51E, 0, 0),
            [MathFont.BoldFraktur] = (0x1D56C, 0x1D586, 0, 0),
            [MathFont.Sans] = (0x1D5A0, 0x1D5BA, 0x1D7E2, 0),
            [MathFont.BoldSans] = (0x1D5D4, 0x1D5EE, 0x1D7EC, 0),
            [MathFont.Monospace] = (0x1D670, 0x1D68A, 0x1D7F6, 0),
        }.ToFrozenDictionary();

    // These were in Unicode before their alphabets, at other places.
    private static readonly FrozenDictionary<int, int> Elsewhere = new Dictionary<int, int>
    {
        [0x1D455] = 0x210E,
        [0x1D49D] = 0x212C,
        [0x1D4A0] = 0x2130,
        [0x1D4A1] = 0x2131,
        [0x1D4A3] = 0x210B,
        [0x1D4A4] = 0x2110,
        [0x1D4A7] = 0x2112,
        [0x1D4A8] = 0x2133,
        [0x1D4AD] = 0x211B,
        [0x1D4BA] = 0x212F,
        [0x1D4BC] = 0x210A,
        [0x1D4C4] = 0x2134,
        [0x1D506] = 0x212D,
        [0x1D50B] = 0x210C,
        [0x1D50C] = 0x2111,
        [0x1D515] = 0x211C,
        [0x1D51D] = 0x2128,
        [0x1D53A] = 0x2102,
        [0x1D53F] = 0x210D,
        [0x1D545] = 0x2115,
        [0x1D547] = 0x2119,
        [0x1D548] = 0x211A,
        [0x1D549] = 0x211D,
        [0x1D551] = 0x2124,
    }.ToFrozenDictionary();

    // Behind ω the alphabets have ∂ and the variants of letters.
    private static readonly string[] Variants = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"];

    /// <summary>A text in an alphabet; characters that it lacks stay as they are.</summary>
    public static string Of(string text, MathFont font)
    {
        if (!Starts.TryGetValue(font, out var starts))
            return text;
        var mapped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var code = CodeOf(rune.Value, starts);
            mapped.Append(code == 0 ? rune.ToString() : char.ConvertFromUtf32(Elsewhere.GetValueOrDefault(code, code)));
        }

        return mapped.ToString();
    }

    private static int CodeOf(int character, (int Capitals, int Small, int Digits, int Greek) starts)
    {
        if (character is >= 'A' and <= 'Z')
            return starts.Capitals + character - 'A';
        if (character is >= 'a' and <= 'z')
            return starts.Small + character - 'a';
        if (character is >= '0' and <= '9')
            return starts.Digits == 0 ? 0 : starts.Digits + character - '0';
        if (starts.Greek == 0)
            return 0;
        if (character is >= 'Α' and <= 'Ω')
            return starts.Greek + character - 'Α';
        if (character is >= 'α' and <= 'ω')
            return starts.Greek + 26 + character - 'α';
        if (character == '∇')
            return starts.Greek + 25;
        var variant = Array.IndexOf(Variants, char.ConvertFromUtf32(character));
        return variant < 0 ? 0 : starts.Greek + 51 + variant;
    }
}
