using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Markdig's pipe tables, with a bound for the cells that no author wrote: every row is filled up to the length of the longest.
/// </summary>
internal sealed class BoundedTables(LineBreakInlineParser lineBreaks, PipeTableOptions options) : PipeTableParser(lineBreaks, options)
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        (slice.CurrentChar != '|' || IsWithinBounds(processor, slice)) && base.Match(processor, ref slice);

    private static bool IsWithinBounds(InlineProcessor processor, StringSlice slice)
    {
        var block = processor.Block!;
        if (block.GetData(typeof(BoundedTables)) is not bool isWithin)
        {
            isWithin = Take(processor.Document, block.Line, FilledCells(slice.Text));
            block.SetData(typeof(BoundedTables), isWithin);
        }

        return isWithin;
    }

    /// <summary>Counts the cells by which a table is filled up; false, and a message, if a post would have too many.</summary>
    public static bool Take(MarkdownDocument document, int line, long cells)
    {
        var cuts = CutMarkup.Of(document);
        if (cuts.FilledCells + cells <= Limits.FilledCells + document.Span.Length)
        {
            cuts.FilledCells += cells;
            return true;
        }

        CutMarkup.Add(
            document,
            line,
            $"a table that begins here has {cells:N0} empty cells, "
                + "since its rows are far shorter than its longest; "
                + $"the tables of a post may have {Limits.FilledCells:N0}. Write rows of the same length.");
        return false;
    }

    /// <summary>The cells of a paragraph that would be empty if it were a table.</summary>
    private static long FilledCells(string text)
    {
        long rows = 0, longest = 0, written = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var pipes = line.Count('|');
            rows++;
            written += pipes;
            longest = Math.Max(longest, pipes);
        }

        return (rows * longest) - written;
    }
}
