namespace Press;

/// <summary>Finds the lines of places in rendered HTML, in whatever order they are asked for.</summary>
/// <remarks>The HTML is scanned once, at the first question: a part without links to report has no use for it.</remarks>
internal sealed class LineMap(RenderedHtml rendered)
{
    private LineBreaks? _breaks;

    /// <summary>The line of the file from which the HTML at an offset came.</summary>
    public int LineAt(int offset)
    {
        _breaks ??= new LineBreaks(rendered.Html);
        var mark = rendered.MarkAt(offset);
        return mark.Line + _breaks.CountBefore(offset) - _breaks.CountBefore(mark.Offset);
    }
}
