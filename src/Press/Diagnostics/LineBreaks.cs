namespace Press;

/// <summary>
/// The line ends of a text, found once, so that the lines of many places cost little in whatever order they are asked for.
/// </summary>
internal sealed class LineBreaks
{
    private readonly int[] _breaks;
    private readonly int _firstLine;

    /// <summary>Those of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    public LineBreaks(string text, int firstLine = 1)
    {
        _firstLine = firstLine;
        _breaks = new int[text.AsSpan().Count('\n')];
        for (var (number, place) = (0, -1); number < _breaks.Length; number++)
            _breaks[number] = place = text.IndexOf('\n', place + 1);
    }

    /// <summary>How many lines end before a place.</summary>
    public int CountBefore(int place)
    {
        var found = Array.BinarySearch(_breaks, place);
        return found < 0 ? ~found : found;
    }

    /// <summary>Line and column of a place in the file, each from 1.</summary>
    public TextPosition PositionOf(int place)
    {
        var line = CountBefore(place);
        return new TextPosition(_firstLine + line, place - (line == 0 ? -1 : _breaks[line - 1]));
    }
}
