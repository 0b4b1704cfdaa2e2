using Markdig.Extensions.Tables;

namespace Press;

/// <summary>A table as kramdown has it: rows of bars, with or without a line that parts its head from its body.</summary>
internal sealed class BarTable : Table;

/// <summary>A row of a <see cref="BarTable"/>.</summary>
/// <param name="part">The element that holds it: <c>thead</c>, <c>tbody</c> or <c>tfoot</c>.</param>
/// <param name="number">Which part of the table that is, counted from 0: a table may have many bodies.</param>
internal sealed class BarRow(string part, int number) : TableRow
{
    public string Part => part;

    public int Number => number;
}
