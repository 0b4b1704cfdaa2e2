using System.Collections.Immutable;

namespace Press;

/// <summary>Collects the diagnostics of one file, so that its author sees all faults at once.</summary>
internal sealed class DiagnosticBag(string file)
{
    private readonly List<Diagnostic> _found = [];

    public bool HasErrors => _found.Exists(diagnostic => diagnostic.IsError);

    public void Add(DiagnosticRule rule, TextPosition position, string message) =>
        _found.Add(new Diagnostic(rule, file, position, message));

    /// <summary>What was found, in the order of the file.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _found.OrderBy(d => d.Position.Line).ThenBy(d => d.Position.Column)];
}
