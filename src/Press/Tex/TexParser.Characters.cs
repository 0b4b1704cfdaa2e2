using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Letters, digits and symbols.</summary>
internal sealed partial class TexParser
{
    private MathAtom Number(TexToken first, bool isSingle)
    {
        var digits = new StringBuilder(first.Text);
        while (!isSingle && _reader.PeekRaw() is var token && (token.IsDigit || token.Text is "."))
            digits.Append(_reader.NextRaw().Text);
        return MathAtom.Ordinary(MathXml.Text("mn", MathAlphabet.Of(digits.ToString(), _font)));
    }

    /// <summary>A variable, or a name where an alphabet makes letters one.</summary>
    private MathAtom Letters(TexToken first, bool isSingle)
    {
        if (_font == MathFont.Default)
            return MathAtom.Ordinary(MathXml.Text("mi", first.Text));
        var letters = new StringBuilder(first.Text);
        while (!isSingle && _reader.PeekRaw().IsLetter)
            letters.Append(_reader.NextRaw().Text);
        // A single letter is slanted, if nothing says otherwise.
        var name = _font == MathFont.Upright && letters.Length == 1 ? "mi mathvariant=\"normal\"" : "mi";
        return MathAtom.Ordinary(MathXml.Text(name, MathAlphabet.Of(letters.ToString(), _font)));
    }

    private MathAtom Symbol(TexSymbol symbol)
    {
        if (symbol.Kind != AtomKind.Ordinary || _font is MathFont.Default or MathFont.Upright)
            return MathAtom.From(symbol);
        // A capital is upright, and stays so as it becomes bold.
        var isCapital = symbol.Text[0] is >= 'Α' and <= 'Ω';
        var text = MathAlphabet.Of(symbol.Text, isCapital && _font == MathFont.BoldItalic ? MathFont.Bold : _font);
        return text == symbol.Text ? MathAtom.From(symbol) : MathAtom.Ordinary(MathXml.Text("mi", text));
    }

    /// <summary>What is no ASCII: a letter of Greek or Cyrillic is a variable, a word of Hangul or Kanji is text.</summary>
    private MathAtom Foreign(TexToken first, bool isSingle)
    {
        if (KindOf(first.Text) is var kind && kind == UnicodeCategory.MathSymbol)
            return new MathAtom(MathXml.Text("mo", first.Text), AtomKind.Relation);
        if (kind is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter)
            return MathAtom.Ordinary(MathXml.Text("mi", first.Text));
        var text = new StringBuilder(first.Text);
        while (!isSingle && _reader.PeekRaw().Text is { Length: > 0 } next && !char.IsAscii(next[0]) && KindOf(next) == kind)
            text.Append(_reader.NextRaw().Text);
        return MathAtom.Ordinary(MathXml.Text("mtext", text.ToString()));
    }

    private static UnicodeCategory KindOf(string text) =>
        Rune.TryGetRuneAt(text, 0, out var rune) ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.OtherNotAssigned;
}
