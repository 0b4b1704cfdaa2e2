namespace Press;

/// <summary>Finds the lines of places in rendered HTML that are asked for in their order, in one walk over it.</summary>
internal sealed class LineWalk(RenderedHtml rendered)
{
    private int _mark;
    private int _offset;
    private int _line = 1;

    /// <summary>The line of the file from which the HTML at an offset came. One before the last that was asked for counts as
    /// that.</summary>
    public int LineAt(int offset)
    {
        if (offset < _offset)
            return _line;
        for (; _mark < rendered.Marks.Length && rendered.Marks[_mark].Offset <= offset; _mark++)
            (_offset, _line) = (rendered.Marks[_mark].Offset, rendered.Marks[_mark].Line);
        _line += rendered.Html.AsSpan(_offset, offset - _offset).Count('\n');
        _offset = offset;
        return _line;
    }
}
