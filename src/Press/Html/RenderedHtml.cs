using System.Collections.Immutable;
using Markdig.Syntax;

namespace Press;

/// <summary>HTML that still knows from which lines of its source it came.</summary>
/// <param name="Html">The HTML.</param>
/// <param name="Marks">For some offsets in it, ascending, the line of the file; between two marks lines run alike.</param>
/// <param name="Parts">Where the HTML of each block begins, ascending.</param>
internal sealed record RenderedHtml(string Html, ImmutableArray<LineMark> Marks, ImmutableArray<(Block Block, int Start)> Parts)
{
    /// <summary>The last mark that is not behind an offset; the file's beginning if there is none.</summary>
    public LineMark MarkAt(int offset)
    {
        var marks = MarksBefore(offset + 1);
        return marks == 0 ? new LineMark(0, 1) : Marks[marks - 1];
    }

    /// <summary>The HTML of one block.</summary>
    public ReadOnlySpan<char> HtmlOf(int part) => Html.AsSpan(Parts[part].Start, EndOf(part) - Parts[part].Start);

    /// <summary>One block alone.</summary>
    public RenderedHtml Part(int part)
    {
        var (start, end) = (Parts[part].Start, EndOf(part));
        var marks = Marks[MarksBefore(start)..MarksBefore(end + 1)].Select(mark => mark with { Offset = mark.Offset - start });
        return new RenderedHtml(HtmlOf(part).ToString(), [.. marks], [(Parts[part].Block, 0)]);
    }

    /// <summary>How many of the first blocks have no more than so many characters together.</summary>
    public int PartsWithin(int length)
    {
        var parts = 0;
        while (parts < Parts.Length && EndOf(parts) <= length)
            parts++;
        return parts;
    }

    /// <summary>The first blocks alone.</summary>
    public RenderedHtml First(int parts)
    {
        var end = parts < Parts.Length ? Parts[parts].Start : Html.Length;
        return new RenderedHtml(Html[..end], Marks[..MarksBefore(end)], Parts[..parts]);
    }

    /// <summary>How many marks stand before an offset.</summary>
    private int MarksBefore(int offset)
    {
        var (low, high) = (0, Marks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Marks[middle].Offset < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int EndOf(int part) => part + 1 < Parts.Length ? Parts[part + 1].Start : Html.Length;
}

/// <summary>Says that the HTML at an offset came from a line of the file.</summary>
internal readonly record struct LineMark(int Offset, int Line);
