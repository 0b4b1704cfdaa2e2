using System.Text;

namespace Press;

/// <summary>Takes what the template of a post prints, and remembers from which of its lines each line comes.</summary>
/// <param name="budget">What it may print.</param>
/// <param name="file">The post.</param>
internal sealed class MappedWriter(LiquidBudget budget, string file) : LiquidWriter(budget)
{
    // A longer line is no indentation.
    private const int MaxIndent = 64;

    private readonly List<(int Printed, int Source)> _places = [];
    private readonly StringBuilder _line = new();
    private int _lines;

    /// <summary>What was printed of the line that is not ended yet, or the beginning of it.</summary>
    public string LineSoFar => _line.ToString();

    /// <summary>Says that what is printed from here on comes from this place.</summary>
    public void At(LiquidPlace place)
    {
        if (place.File == file && place.Line > 0 && (_places.Count == 0 || _places[^1].Printed != _lines))
            _places.Add((_lines, place.Line));
    }

    /// <summary>Which line of the file each printed line comes from.</summary>
    public PrintedLines ToMap() => new([.. _places]);

    protected override void Take(ReadOnlySpan<char> printed)
    {
        base.Take(printed);
        var end = printed.LastIndexOf('\n');
        if (end >= 0)
        {
            _lines += printed.Count('\n');
            _line.Clear();
        }

        _line.Append(printed[(end + 1)..][..Math.Min(printed.Length - end - 1, MaxIndent - Math.Min(MaxIndent, _line.Length))]);
    }
}
