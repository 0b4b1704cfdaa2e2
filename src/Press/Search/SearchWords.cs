using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Goes through the words of a folded text.</summary>
internal ref struct SearchWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private int _end;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly SearchWords GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = _end;
        while (start < _text.Length && SearchText.RuneAt(_text, start) is var rune && !SearchText.IsOfWord(rune))
            start += Length(rune);
        if (start >= _text.Length)
            return false;
        var first = SearchText.RuneAt(_text, start);
        var isUnspaced = SearchText.IsUnspaced(first);
        var end = start + first.Utf16SequenceLength;
        while (end < _text.Length && SearchText.RuneAt(_text, end) is var next && SearchText.IsOfWord(next)
            && (SearchText.IsUnspaced(next) == isUnspaced || IsMark(next)))
            end += next.Utf16SequenceLength;
        while (!isUnspaced && end < _text.Length && _text[end] is '+' or '#')
            end++;
        Current = _text[start..end];
        _end = end;
        return true;
    }

    // A lone surrogate is decoded as the replacement character, which is as long.
    private static int Length(Rune rune) => rune.Utf16SequenceLength;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
