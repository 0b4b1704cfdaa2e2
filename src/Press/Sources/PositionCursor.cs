namespace Press;

/// <summary>Counts the positions of characters of a text, each from the one before it: many cost one walk through the text.</summary>
/// <param name="text">The text.</param>
internal sealed class PositionCursor(string text)
{
    private int _index;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The position of a character that does not lie before the last one.</summary>
    public TextPosition At(int index)
    {
        while (text.IndexOf('\n', _index, index - _index) is var end and >= 0)
            (_line, _lineStart, _index) = (_line + 1, end + 1, end + 1);
        _index = index;
        return new TextPosition(_line, index - _lineStart + 1);
    }
}
