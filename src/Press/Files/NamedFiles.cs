using System.Collections.Immutable;

namespace Press;

/// <summary>Files in the order of their names (ordinal), and the place of each.</summary>
internal sealed record NamedFiles(ImmutableArray<PlannedFile> Files, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>Puts files in order. Of two with one name the later counts.</summary>
    /// <param name="files">In any order.</param>
    /// <param name="before">Files of an earlier plan; if their names are the same, so is the order.</param>
    public static NamedFiles Of(IReadOnlyCollection<PlannedFile> files, NamedFiles? before) =>
        before is not null && TryPlace(files, before.Places) is { } placed ? before with { Files = placed } : Sort(files);

    private static NamedFiles Sort(IEnumerable<PlannedFile> files)
    {
        var byName = new Dictionary<string, PlannedFile>(StringComparer.Ordinal);
        foreach (var file in files)
            byName[file.Name] = file;
        ImmutableArray<PlannedFile> sorted = [.. byName.Values.OrderBy(file => file.Name, StringComparer.Ordinal)];
        return new NamedFiles(
            sorted, Enumerable.Range(0, sorted.Length).ToDictionary(place => sorted[place].Name, StringComparer.Ordinal));
    }

    /// <summary>The files where those of the same names stand; null if there are other names.</summary>
    private static ImmutableArray<PlannedFile>? TryPlace(IEnumerable<PlannedFile> files, IReadOnlyDictionary<string, int> places)
    {
        var placed = new PlannedFile?[places.Count];
        var count = 0;
        foreach (var file in files)
        {
            if (!places.TryGetValue(file.Name, out var place))
                return null;
            if (placed[place] is null)
                count++;
            placed[place] = file;
        }

        return count == placed.Length ? [.. placed!] : null;
    }
}
