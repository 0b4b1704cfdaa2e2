namespace Press;

/// <summary>A rule that a file of the site can break.</summary>
/// <param name="Code">Its name in messages and documents, such as <c>FM002</c>. A code is never given a second meaning.</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Title">The rule in a few words.</param>
public sealed record DiagnosticRule(string Code, DiagnosticSeverity Severity, string Title)
{
    /// <summary><c>error</c> or <c>warning</c>.</summary>
    public string SeverityName => Severity == DiagnosticSeverity.Error ? "error" : "warning";
}
