namespace Press;

/// <summary>Finds the lines of places in rendered HTML, in whatever order they are asked for.</summary>
/// <remarks>The HTML is scanned once, at the first question: a part without links to report has no use for it.</remarks>
internal sealed class LineMap(RenderedHtml rendered)
{
    private int[]? _breaks;

    /// <summary>The line of the file from which the HTML at an offset came.</summary>
    public int LineAt(int offset)
    {
        _breaks ??= FindBreaks(rendered.Html);
        var mark = rendered.MarkAt(offset);
        return mark.Line + BreaksBefore(offset) - BreaksBefore(mark.Offset);
    }

    private int BreaksBefore(int offset)
    {
        var place = Array.BinarySearch(_breaks!, offset);
        return place < 0 ? ~place : place;
    }

    private static int[] FindBreaks(string html)
    {
        var breaks = new int[html.AsSpan().Count('\n')];
        for (var (number, place) = (0, -1); number < breaks.Length; number++)
            breaks[number] = place = html.IndexOf('\n', place + 1);
        return breaks;
    }
}
