namespace Press;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    // Longer ones are compared with memory from the heap.
    private const int StackLength = 128;

    /// <summary>
    /// The known name with the fewest edits (insert, delete, replace, swap of two neighbours) from what was written, without
    /// regard to case; null if it would take more than a third of its letters, at least one. The first of equals wins.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        foreach (var name in known)
        {
            if (EditsTo(written, name, fewest - 1) is { } edits)
                (nearest, fewest) = (name, edits);
        }

        return nearest;
    }

    /// <summary>Whether one name may have been meant by the other.</summary>
    public static bool IsNear(string written, string name) => EditsTo(written, name, int.MaxValue) is not null;

    /// <summary>The edits from one name to another; null if they are more than this, or too many for that name to be meant.</summary>
    private static int? EditsTo(string written, string name, int most)
    {
        var length = Math.Max(name.Length, written.Length);
        most = Math.Min(most, Math.Min(length - 1, Math.Max(1, length / 3)));
        return Math.Abs(name.Length - written.Length) <= most ? Edits(written, name, most) : null;
    }

    /// <summary>The optimal string alignment distance without regard to case; null, and soon, if it is more than this.</summary>
    private static int? Edits(string written, string name, int most)
    {
        Span<char> lowerWritten = written.Length <= StackLength ? stackalloc char[written.Length] : new char[written.Length];
        Span<char> lowerName = name.Length <= StackLength ? stackalloc char[name.Length] : new char[name.Length];
        written.AsSpan().ToLowerInvariant(lowerWritten);
        name.AsSpan().ToLowerInvariant(lowerName);
        // What both begin or end with takes no edit.
        var start = lowerWritten.CommonPrefixLength(lowerName);
        ReadOnlySpan<char> a = lowerWritten[start..], b = lowerName[start..];
        while (a is [.., var x] && b is [.., var y] && x == y)
        {
            a = a[..^1];
            b = b[..^1];
        }

        Span<int> rows = b.Length < StackLength ? stackalloc int[3 * (b.Length + 1)] : new int[3 * (b.Length + 1)];
        return Edits(a, b, most, rows);
    }

    private static int? Edits(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most, Span<int> rows)
    {
        var width = b.Length + 1;
        Span<int> beforeLast = rows[..width], last = rows[width..(2 * width)], row = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            last[j] = j;

        var fewestOfLast = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var fewest = i;
            for (var j = 1; j < width; j++)
            {
                var replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                fewest = Math.Min(fewest, row[j]);
            }

            // A swap reaches back two rows, and costs one.
            if (fewest > most && fewestOfLast >= most)
                return null;
            fewestOfLast = fewest;
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }

        return last[b.Length] <= most ? last[b.Length] : null;
    }
}
