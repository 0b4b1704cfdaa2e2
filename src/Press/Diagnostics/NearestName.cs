namespace Press;

/// <summary>Finds the name that somebody probably meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name with the fewest edits (insert, delete, replace, swap of two neighbours) from what was written, without
    /// regard to case; null if it would take more than a third of its letters, at least one. The first of equals wins.
    /// </summary>
    public static string? Of(string written, IEnumerable<string> known)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        var lower = written.ToLowerInvariant();
        foreach (var name in known)
        {
            var length = Math.Max(name.Length, written.Length);
            var most = Math.Min(fewest - 1, Math.Min(length - 1, Math.Max(1, length / 3)));
            if (Math.Abs(name.Length - written.Length) <= most && Edits(lower, name.ToLowerInvariant(), most) is { } edits)
                (nearest, fewest) = (name, edits);
        }

        return nearest;
    }

    /// <summary>The optimal string alignment distance; null, and soon, if it is more than this.</summary>
    private static int? Edits(string a, string b, int most)
    {
        var (beforeLast, last, row) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        var fewestOfLast = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var fewest = i;
            for (var j = 1; j <= b.Length; j++)
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
            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length] <= most ? last[b.Length] : null;
    }
}
