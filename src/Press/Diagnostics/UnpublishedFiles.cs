using System.Collections.Immutable;

namespace Press;

/// <summary>Says of all files that are neither post nor page in one warning what each of their receipts says alone.</summary>
internal static class UnpublishedFiles
{
    // A message with more names is read by nobody.
    private const int MaxNames = 10;

    /// <summary>
    /// The diagnostics with one in the place of all that concern such files: what else is wrong in them matters to nobody.
    /// </summary>
    public static IEnumerable<Diagnostic> Fold(IEnumerable<Diagnostic> diagnostics)
    {
        var all = diagnostics.ToImmutableArray();
        var names = all.Where(found => found.Rule == DiagnosticRules.NoFrontMatter)
            .Select(found => found.File).ToImmutableSortedSet(StringComparer.Ordinal);
        if (names.IsEmpty)
            return all;
        var more = names.Count > MaxNames ? $" and {names.Count - MaxNames} more" : "";
        var message = $"not published, since there is no front matter: {string.Join(", ", names.Take(MaxNames))}{more}. "
            + "Begin a page with two lines '---', move a post to '_posts', or list the files under 'exclude'.";
        return all.Where(found => !names.Contains(found.File)).Append(
            new Diagnostic(DiagnosticRules.NoFrontMatter, names[0], TextPosition.Start, message));
    }
}
