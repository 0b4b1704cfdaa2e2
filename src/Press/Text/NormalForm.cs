using System.Buffers;
using System.Text;

namespace Press;

/// <summary>
/// Brings text to a normal form of Unicode, whatever is in it. The base library throws on U+FFFE and on halves of
/// surrogate pairs, which authors can write: as bytes, as an entity, as an escape of YAML or of a URL.
/// </summary>
public static class NormalForm
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects =
        SearchValues.Create([.. Enumerable.Range('\uD800', 0x800).Select(code => (char)code), '\uFFFE']);

    // Texts of these alone are in NFC and in NFKC, and most are; to find that out from the system's tables is slow for Hangul.
    private static readonly SearchValues<char> Composed = SearchValues.Create(
    [
        .. Between('\0', '\x7f'),
        .. Between('\u3041', '\u3096'),
        .. Between('\u30a1', '\u30fa'),
        .. Between('\u4e00', '\u9fff'),
        .. Between('\uac00', '\ud7a3'),
    ]);

    /// <summary>The text in a normal form, NFC if none is named; what is no character becomes U+FFFD.</summary>
    public static string ToNormalForm(this string text, NormalizationForm form = NormalizationForm.FormC) =>
        form is NormalizationForm.FormC or NormalizationForm.FormKC && !text.AsSpan().ContainsAnyExcept(Composed)
            ? text
#pragma warning disable RS0030 // The one place that makes sure that it can be called.
            : WithCharactersOnly(text).Normalize(form);
#pragma warning restore RS0030

    /// <summary>Whether the text is in a normal form already, NFC if none is named; what is no character is in none.</summary>
    public static bool IsNormalForm(this string text, NormalizationForm form = NormalizationForm.FormC) =>
#pragma warning disable RS0030 // As above.
        ReferenceEquals(WithCharactersOnly(text), text) && text.IsNormalized(form);
#pragma warning restore RS0030

    private static IEnumerable<char> Between(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static string WithCharactersOnly(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects) || IsOfCharacters(text))
            return text;
        var characters = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            characters.Append(rune.Value == 0xFFFE ? Replacement.ToString() : rune.ToString());
        return characters.ToString();
    }

    private static bool IsOfCharacters(string text)
    {
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] == '\uFFFE')
                return false;
            if (!char.IsSurrogate(text[place]))
                continue;
            if (place + 1 == text.Length || !char.IsSurrogatePair(text[place], text[place + 1]))
                return false;
            place++;
        }

        return true;
    }
}
