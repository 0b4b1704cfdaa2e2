namespace Press;

/// <summary>The line ends of a text, found once, so that the lines of many places cost little in whatever order they are asked for.</summary>
internal sealed class LineBreaks
{
    private readonly int[] _breaks;

    public LineBreaks(string text)
    {
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

    /// <summary>Line and column of a place, each from 1.</summary>
    public TextPosition PositionOf(int place)
    {
        var line = CountBefore(place);
        return new TextPosition(line + 1, place - (line == 0 ? -1 : _breaks[line - 1]));
    }
}
