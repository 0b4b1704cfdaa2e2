using System.Collections.Immutable;

namespace Press;

/// <summary>The first diagnostics of a file, and how many more of each severity there are.</summary>
internal sealed class DiagnosticCap(string file)
{
    private readonly List<Diagnostic> _shown = [];
    private readonly Dictionary<DiagnosticSeverity, List<DiagnosticRule>> _rules = new()
    {
        [DiagnosticSeverity.Warning] = [],
        [DiagnosticSeverity.Error] = [],
    };

    public bool HasErrors => _rules[DiagnosticSeverity.Error].Count > 0;

    public bool IsFull(DiagnosticRule rule) => _rules[rule.Severity].Count >= Limits.Diagnostics;

    public void Add(Diagnostic diagnostic)
    {
        if (!IsFull(diagnostic.Rule))
            _shown.Add(diagnostic);
        _rules[diagnostic.Rule.Severity].Add(diagnostic.Rule);
    }

    /// <summary>What is shown, in the order of the file; last, for each severity, how many more there are.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() =>
    [
        .. _shown.OrderBy(d => d.Position.Line).ThenBy(d => d.Position.Column),
        .. _rules.Values.Where(rules => rules.Count > Limits.Diagnostics).Select(More),
    ];

    /// <summary>Caps what was found elsewhere in a file.</summary>
    public static ImmutableArray<Diagnostic> Of(string file, IEnumerable<Diagnostic> diagnostics)
    {
        var cap = new DiagnosticCap(file);
        foreach (var diagnostic in diagnostics)
            cap.Add(diagnostic);
        return cap.ToImmutable();
    }

    private Diagnostic More(List<DiagnosticRule> rules)
    {
        var position = _shown.Where(diagnostic => diagnostic.Rule.Severity == rules[0].Severity)
            .MaxBy(diagnostic => diagnostic.Position.Line)!.Position;
        return new Diagnostic(
            rules[Limits.Diagnostics],
            file,
            position,
            $"{rules.Count - Limits.Diagnostics:N0} more {rules[0].SeverityName}s of this file are not shown. Correct these first.");
    }
}
