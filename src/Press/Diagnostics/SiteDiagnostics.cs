using System.Collections.Immutable;

namespace Press;

/// <summary>Puts together what was found in the sources of a site, and on its pages.</summary>
internal static class SiteDiagnostics
{
    /// <summary>All of it, each once, by file (ordinal), then in the order in which it comes.</summary>
    public static ImmutableArray<Diagnostic> Of(IEnumerable<Diagnostic> found) =>
        [.. found.Distinct().OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Rule == DiagnosticRules.LayoutFailed).ThenBy(one => one.Rule == DiagnosticRules.LayoutFailed ? one.Position.Line : 0).ThenBy(one => one.Rule == DiagnosticRules.LayoutFailed ? one.Message : "", StringComparer.Ordinal)];
}
