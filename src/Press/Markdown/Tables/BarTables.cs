using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Makes tables of paragraphs that have a bar in every line, as kramdown does for Jekyll: it asks for no line of hyphens, and for
/// blank lines around. Tables that only GitHub would read are left to Markdig.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#tables"/>
internal static class BarTables
{
    /// <summary>Called when a paragraph ends: puts the table in its place, if it is one.</summary>
    public static void Read(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock { Lines: { Count: > 0 } lines, Parent: { } parent } paragraph || parent.LastChild != block
            || !lines.Lines[0].Slice.AsSpan().Contains('|') || !StandsAlone(paragraph))
            return;
        if (RowsOf(lines) is { } table && IsWithinBounds(processor, table))
        {
            parent.RemoveAt(parent.Count - 1);
            parent.Add(TableOf(table, paragraph));
        }
    }

    private static Rows? RowsOf(StringLineGroup lines)
    {
        var hasLeadingBar = lines.Lines[0].Slice.AsSpan().TrimStart() is ['|', ..];
        var rows = ImmutableArray.CreateBuilder<Row>();
        var (part, hasFoot, separator) = (0, false, "");
        for (var number = 0; number < lines.Count; number++)
        {
            var line = lines.Lines[number];
            var text = line.Slice.AsSpan();
            if (!text.Contains('|'))
                return null;
            if (BarLine.IsFoot(text))
                (hasFoot, part) = (true, rows.Count > 0 ? part + 1 : part);
            else if (!BarLine.IsSeparator(text))
                rows.Add(new Row(line, part, hasFoot));
            else if (rows.Count > 0 && !hasFoot)
                (separator, part) = (separator is "" ? text.ToString() : separator, part + 1);
        }

        var cells = rows.Select(row => BarLine.Cells(row.Line.Slice, hasLeadingBar)).ToList();
        var hasHead = separator is not "";
        // A head alone is no table to kramdown.
        if (cells.Exists(row => row is null) || rows is [] || (hasHead && rows[^1].Part == 0))
            return null;
        return new Rows(rows.ToImmutable(), [.. cells.OfType<List<StringSlice>>()], hasHead, separator);
    }

    private static bool IsWithinBounds(BlockProcessor processor, Rows table)
    {
        var filled = ((long)table.Columns * table.Cells.Length) - table.Cells.Sum(row => row.Count);
        return BoundedTables.Take(processor.Document, table.All[0].Line.Line, filled);
    }

    private static BarTable TableOf(Rows rows, ParagraphBlock paragraph)
    {
        var table = new BarTable { Line = paragraph.Line, Column = paragraph.Column, Span = paragraph.Span, IsOpen = false };
        table.ColumnDefinitions.AddRange(BarLine.Columns(rows.Separator).Take(rows.Columns));
        while (table.ColumnDefinitions.Count < rows.Columns)
            table.ColumnDefinitions.Add(new TableColumnDefinition());
        for (var number = 0; number < rows.All.Length; number++)
            table.Add(RowOf(rows, number));
        return table;
    }

    private static BarRow RowOf(Rows rows, int number)
    {
        var (line, part, isFoot) = rows.All[number];
        var isHead = rows.HasHead && part == 0;
        var row = new BarRow(isHead ? "thead" : isFoot ? "tfoot" : "tbody", part) { IsHeader = isHead, Line = line.Line, IsOpen = false };
        foreach (var cell in rows.Cells[number])
            row.Add(CellOf(cell, line));
        while (row.Count < rows.Columns)
            row.Add(new TableCell { IsOpen = false });
        return row;
    }

    private static TableCell CellOf(StringSlice text, StringLine line)
    {
        var cell = new TableCell { Line = line.Line, IsOpen = false };
        if (text.IsEmpty)
            return cell;
        var place = line.Position + text.Start - line.Slice.Start;
        var paragraph = new ParagraphBlock
        {
            Line = line.Line,
            Column = line.Column,
            ProcessInlines = true,
            IsOpen = false,
            Span = new SourceSpan(place, place + text.Length - 1),
        };
        paragraph.AppendLine(ref text, line.Column, line.Line, place, trackTrivia: false);
        cell.Add(paragraph);
        return cell;
    }

    private static bool StandsAlone(ParagraphBlock paragraph)
    {
        var (first, last) = (paragraph.Lines.Lines[0].Slice, paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice);
        return (paragraph.Parent!.Count == 1
                || paragraph.Parent[^2] is AttributeListBlock or HiddenNote or BlankLineBlock
                || LineAbove(first).IsWhiteSpace())
            && EndsBlock(LineBelow(last), paragraph);
    }

    private static bool EndsBlock(ReadOnlySpan<char> below, ParagraphBlock paragraph)
    {
        var text = below.TrimStart(" \t>");
        // The next item of a list, or what is below the list, ends the item's table.
        return text.IsWhiteSpace() || text.StartsWith("{:") || text is "^"
            || (paragraph.Parent is ListItemBlock && below.Length - text.Length < paragraph.Column);
    }

    private static ReadOnlySpan<char> LineAbove(StringSlice line)
    {
        var start = line.Text.AsSpan(0, line.Start).LastIndexOf('\n');
        if (start <= 0)
            return "";
        var above = line.Text.AsSpan(0, start);
        return above[(above.LastIndexOf('\n') + 1)..].TrimStart(" \t>");
    }

    private static ReadOnlySpan<char> LineBelow(StringSlice line)
    {
        var rest = line.Text.AsSpan(Math.Min(line.Text.Length, line.End + 1));
        if (rest.IndexOf('\n') is not (>= 0 and var end))
            return "";
        rest = rest[(end + 1)..];
        return (rest.IndexOf('\n') is >= 0 and var next ? rest[..next] : rest).TrimEnd('\r');
    }

    private readonly record struct Row(StringLine Line, int Part, bool IsFoot);

    private sealed record Rows(ImmutableArray<Row> All, ImmutableArray<List<StringSlice>> Cells, bool HasHead, string Separator)
    {
        public int Columns { get; } = Cells.Max(row => row.Count);
    }
}
