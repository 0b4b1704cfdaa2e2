using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Collects the diagnostics of one file, so that its author sees all faults at once: up to <see cref="Limits.Diagnostics"/> of each
/// severity.
/// </summary>
internal sealed class DiagnosticBag(string file)
{
    private readonly DiagnosticCap _found = new(file);

    public bool HasErrors => _found.HasErrors;

    /// <summary>Whether another diagnostic of a rule would be counted and not shown; then its message need not be made.</summary>
    public bool IsFull(DiagnosticRule rule) => _found.IsFull(rule);

    public void Add(DiagnosticRule rule, TextPosition position, string message) =>
        _found.Add(new Diagnostic(rule, file, position, message));

    /// <summary>What was found, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => _found.ToImmutable();
}
