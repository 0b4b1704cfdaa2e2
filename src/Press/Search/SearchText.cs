using System.Buffers;
using System.Globalization;
using System.Text;

namespace Press;

/// <summary>
/// What a word is to the search, on the site and in the API alike; the theme's script has the same rules. A word is a run of letters,
/// digits and marks, and of <c>+</c> and <c>#</c> right behind them: <c>C++</c>, <c>C#</c>. A run in a script that parts no words, or to
/// whose words particles are joined, is found anywhere, any other one by how it begins. So a word of both (<c>GTC에서</c>) is two.
/// </summary>
internal static class SearchText
{
    /// <summary>The characters of a word that count: a longer one is found by its first, or in Hangul by any so many of it.</summary>
    public const int MaxKey = 8;

    /// <inheritdoc cref="MaxKey"/>
    public const int MaxSpacedKey = 24;

    // Texts of these alone are in normal form but for case: most of them are, and normalising Hangul is slow.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
    [
        .. Between('\0', '\x7f'), .. Between('\u2010', '\u2016'), .. Between('\u2018', '\u2023'), '…',
        .. Between('\u3001', '\u3029'), .. Between('\u3041', '\u3096'), .. Between('\u30a1', '\u30fe'),
        .. Between('\u4e00', '\u9fff'), .. Between('\uac00', '\ud7a3'), '·', '→', '←', '–', '—',
    ]);

    /// <summary>The text without regard to case, width, Unicode form and accents of Latin, Greek and Cyrillic letters.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
            text = WithoutAccents(text.ToNormalForm(NormalizationForm.FormKD)).ToNormalForm(NormalizationForm.FormKC);
        return text.ToLowerInvariant().Replace('ς', 'σ');
    }

    /// <summary>The words of a folded text.</summary>
    public static SearchWords WordsOf(ReadOnlySpan<char> folded) => new(folded);

    /// <summary>The keys by which a word is found: the word itself, or what begins at each of its letters.</summary>
    public static SearchKeys KeysOf(ReadOnlySpan<char> word) => new(word);

    /// <summary>What a post must have for a word that is looked for, each a key or how one begins.</summary>
    /// <param name="word">A folded word.</param>
    public static IEnumerable<SearchTerm> TermsOf(string word)
    {
        if (word.Length == 0)
            yield break;
        if (!IsUnspaced(RuneAt(word, 0)))
        {
            // A single letter begins too many words.
            yield return new SearchTerm(word[..BeginningOf(word)], IsWhole: word.Length == 1);
            yield break;
        }

        var start = 0;
        while (true)
        {
            var end = EndOf(word, start);
            yield return new SearchTerm(word[start..end], IsWhole: false);
            if (end == word.Length)
                yield break;
            start += RuneAt(word, start).Utf16SequenceLength;
        }
    }

    /// <summary>Whether a character is of a script whose words are found anywhere.</summary>
    public static bool IsUnspaced(Rune rune) => rune.Value
        is (>= 0x0E00 and <= 0x0EFF) // Thai, Lao
        or (>= 0x1000 and <= 0x109F) // Myanmar
        or (>= 0x1780 and <= 0x17FF) // Khmer
        or (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7FF) // Hangul
        or (>= 0x3040 and <= 0x312F) or (>= 0x31F0 and <= 0x31FF) // Hiragana, Katakana, Bopomofo
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF); // Han

    /// <summary>Whether a character is a part of a word.</summary>
    public static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static IEnumerable<char> Between(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(value => (char)value);

    private static string WithoutAccents(string decomposed) =>
        decomposed.AsSpan().ContainsAnyInRange('\u0300', '\u036f')
            ? string.Concat(decomposed.Where(character => character is not (>= '\u0300' and <= '\u036f')))
            : decomposed;

    internal static Rune RuneAt(ReadOnlySpan<char> text, int place)
    {
        Rune.DecodeFromUtf16(text[place..], out var rune, out _);
        return rune;
    }

    /// <summary>How much of a word is its key, if its script parts words.</summary>
    internal static int BeginningOf(ReadOnlySpan<char> word) =>
        word.Length <= MaxSpacedKey ? word.Length : char.IsHighSurrogate(word[MaxSpacedKey - 1]) ? MaxSpacedKey - 1 : MaxSpacedKey;

    /// <summary>Where a key ends that begins at a letter of a word, if its script parts none.</summary>
    internal static int EndOf(ReadOnlySpan<char> word, int start)
    {
        var end = start;
        for (var length = 0; length < MaxKey && end < word.Length; length++)
            end += RuneAt(word, end).Utf16SequenceLength;
        return end;
    }
}

/// <summary>A key that a post must have, or the beginning of one.</summary>
/// <param name="Text">Folded.</param>
/// <param name="IsWhole">Whether the key is to be this and no longer.</param>
internal readonly record struct SearchTerm(string Text, bool IsWhole);
