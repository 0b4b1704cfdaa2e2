namespace Press;

/// <summary>How the columns of a table stand, and where lines part them.</summary>
internal sealed class TexColumns
{
    private readonly string _alignments;
    private readonly HashSet<int> _bars;

    private TexColumns(string alignments, HashSet<int> bars) => (_alignments, _bars) = (alignments, bars);

    /// <summary>Columns as <c>array</c> has them: <c>{c|rl}</c>. Anything else in it is passed over.</summary>
    public static TexColumns Of(string columns)
    {
        var bars = new HashSet<int>();
        var alignments = "";
        foreach (var character in columns)
        {
            if (character is 'l' or 'c' or 'r')
                alignments += character;
            else if (character is '|')
                bars.Add(alignments.Length);
        }

        return new TexColumns(alignments is "" ? "c" : alignments, bars);
    }

    /// <summary>A cell. Chromium knows no alignment by attribute: the style sheet has one for it.</summary>
    public string Cell(string content, int column)
    {
        var alignment = _alignments[column % _alignments.Length] switch
        {
            'l' => " columnalign=\"left\"",
            'r' => " columnalign=\"right\"",
            _ => "",
        };
        var bar = _bars.Contains(column) ? " class=\"tex-bar\"" : "";
        return MathXml.Element($"mtd{alignment}{bar}", content);
    }
}
