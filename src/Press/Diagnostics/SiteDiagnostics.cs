using System.Collections.Immutable;

namespace Press;

/// <summary>Puts together what was found in the sources of a site, and on its pages.</summary>
internal static class SiteDiagnostics
{
    /// <summary>
    /// All of it, each once, by file (ordinal), then in the order in which it comes; faults of layouts last, by line and message.
    /// </summary>
    public static ImmutableArray<Diagnostic> Of(IEnumerable<Diagnostic> found) =>
    [
        .. found
            .Distinct()
            .OrderBy(one => one.File, StringComparer.Ordinal)
            .ThenBy(IsOfLayout)
            .ThenBy(one => IsOfLayout(one) ? one.Position.Line : 0)
            .ThenBy(one => IsOfLayout(one) ? one.Message : "", StringComparer.Ordinal),
    ];

    private static bool IsOfLayout(Diagnostic found) => found.Rule == DiagnosticRules.LayoutFailed;
}
