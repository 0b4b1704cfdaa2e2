using System.Globalization;
using System.Text;

namespace Press;

/// <summary>How long a text is to a reader.</summary>
/// <param name="Words">
/// Words between blanks, Korean ones too; in Han and kana, which part no words, every character counts as one.
/// </param>
/// <param name="Minutes">Reading time in whole minutes, at least 1.</param>
internal readonly record struct TextLength(int Words, int Minutes)
{
    // Silent reading of ordinary prose, rounded: words a minute in alphabets, and characters a minute in Han and kana.
    private const double WordsPerMinute = 220;
    private const double CharactersPerMinute = 450;

    public static TextLength Of(string text)
    {
        var words = 0;
        var characters = 0;
        var inWord = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHanOrKana(rune))
            {
                characters++;
                inWord = false;
                continue;
            }

            var isLetter = Rune.IsLetterOrDigit(rune);
            if (isLetter && !inWord)
                words++;
            inWord = isLetter || (inWord && JoinsWords(rune));
        }

        var minutes = (words / WordsPerMinute) + (characters / CharactersPerMinute);
        return new TextLength(words + characters, Math.Max(1, (int)Math.Round(minutes, MidpointRounding.AwayFromZero)));
    }

    /// <summary>Marks, apostrophes and hyphens within a word do not end it.</summary>
    private static bool JoinsWords(Rune rune) =>
        rune.Value is '\'' or '’' or '-' or '_' or '.' or ','
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsHanOrKana(Rune rune) => rune.Value
        is (>= 0x3040 and <= 0x30FF) // Hiragana, Katakana
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) // Han
        or (>= 0xFF66 and <= 0xFF9D) // half-width Katakana
        or (>= 0x20000 and <= 0x323AF); // Han, further planes
}
