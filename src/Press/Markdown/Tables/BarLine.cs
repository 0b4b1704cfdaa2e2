using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Helpers;

namespace Press;

/// <summary>One line of a table of bars.</summary>
internal static partial class BarLine
{
    /// <summary>Whether a line parts rows: <c>|---|:-:|</c>.</summary>
    public static bool IsSeparator(ReadOnlySpan<char> line) => IsOf(line, '-');

    /// <summary>Whether a line begins the foot: <c>|===|</c>.</summary>
    public static bool IsFoot(ReadOnlySpan<char> line) => IsOf(line, '=');

    /// <summary>How the columns stand, by the colons of a separator.</summary>
    public static IEnumerable<TableColumnDefinition> Columns(string separator) =>
        Column().Matches(separator).Select(match => new TableColumnDefinition
        {
            Alignment = (match.Groups["left"].Length, match.Groups["right"].Length) switch
            {
                (0, 0) => null,
                (_, 0) => TableColumnAlign.Left,
                (0, _) => TableColumnAlign.Right,
                _ => TableColumnAlign.Center,
            },
        });

    /// <summary>The cells of a row; null if no bar parts them.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hasLeadingBar">Whether the table's first line begins with a bar: then nothing before one is no cell.</param>
    public static List<StringSlice>? Cells(StringSlice line, bool hasLeadingBar)
    {
        var bars = Bars.Of(line.AsSpan());
        if (bars is [])
            return null;
        var cells = new List<StringSlice>(bars.Count + 1);
        var start = line.Start;
        foreach (var bar in bars)
        {
            cells.Add(Trimmed(line.Text, start, line.Start + bar - 1));
            start = line.Start + bar + 1;
        }

        cells.Add(Trimmed(line.Text, start, line.End));
        if (hasLeadingBar && cells[0].IsEmpty)
            cells.RemoveAt(0);
        if (cells is [.., { IsEmpty: true }])
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    private static StringSlice Trimmed(string text, int start, int end)
    {
        var slice = new StringSlice(text, start, end);
        slice.Trim();
        return slice;
    }

    private static bool IsOf(ReadOnlySpan<char> line, char sign) =>
        line.Contains(sign) && !line.ContainsAnyExcept(sign == '-' ? "-+|: \t" : "=+|: \t");

    [GeneratedRegex("(?<left>:?)-+(?<right>:?)", RegexOptions.CultureInvariant)]
    private static partial Regex Column();
}
