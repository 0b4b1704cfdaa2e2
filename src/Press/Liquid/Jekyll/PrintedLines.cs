using System.Collections.Immutable;

namespace Press;

/// <summary>Which line of a file each line of what a template printed comes from.</summary>
/// <param name="Places">Printed lines (from 0) and the lines of the file, where they stop going on alike; ordered.</param>
internal sealed record PrintedLines(ImmutableArray<(int Printed, int Source)> Places)
{
    /// <summary>The line of the file (from 1) for a printed line (from 0).</summary>
    public int SourceOf(int printed)
    {
        var (low, high) = (0, Places.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Places[middle].Printed <= printed)
                low = middle;
            else
                high = middle - 1;
        }

        if (Places.IsEmpty)
            return printed + 1;
        var source = Places[low].Source + Math.Max(0, printed - Places[low].Printed);
        // What one tag printed in many lines comes from before the next place.
        return low + 1 < Places.Length ? Math.Min(source, Math.Max(Places[low].Source, Places[low + 1].Source)) : source;
    }
}
