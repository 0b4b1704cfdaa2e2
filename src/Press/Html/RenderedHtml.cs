using System.Collections.Immutable;

namespace Press;

/// <summary>HTML that still knows from which lines of its source it came.</summary>
/// <param name="Html">The HTML.</param>
/// <param name="Marks">For some offsets in it, ascending, the line of the file; between two marks lines run alike.</param>
internal sealed record RenderedHtml(string Html, ImmutableArray<LineMark> Marks)
{
    /// <summary>The line of the file from which the HTML at an offset came.</summary>
    public int LineAt(int offset)
    {
        var mark = Marks.LastOrDefault(mark => mark.Offset <= offset, new LineMark(0, 1));
        return mark.Line + Html.AsSpan(mark.Offset, offset - mark.Offset).Count('\n');
    }
}

/// <summary>Says that the HTML at an offset came from a line of the file.</summary>
internal readonly record struct LineMark(int Offset, int Line);
