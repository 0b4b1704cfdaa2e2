namespace Press;

/// <summary>A fault that somebody can fix, found in a file of the site. It is data: nothing is thrown for it.</summary>
/// <param name="Rule">Which rule the file breaks; it gives the code and the severity.</param>
/// <param name="File">The file's name as the store has it.</param>
/// <param name="Position">Where in the file, front matter included.</param>
/// <param name="Message">What is wrong and what to write instead, in one line.</param>
public sealed record Diagnostic(DiagnosticRule Rule, string File, TextPosition Position, string Message)
{
    /// <summary>Whether what was found keeps the file from being published.</summary>
    public bool IsError => Rule.Severity == DiagnosticSeverity.Error;

    /// <summary>The line that editors and build logs know: <c>posts/a.md(3,9): error FM002: message</c>.</summary>
    public override string ToString() =>
        $"{File}({Position.Line},{Position.Column}): {Rule.SeverityName} {Rule.Code}: {Message}";
}

/// <summary>How grave a diagnostic is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The file is published, but perhaps not as meant.</summary>
    Warning,

    /// <summary>The file is not published; its last good version stays.</summary>
    Error,
}

/// <summary>A place in a text. Both numbers begin at 1; a column counts UTF-16 code units, as editors do.</summary>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The first character of a file, for what concerns the file as a whole.</summary>
    public static TextPosition Start { get; } = new(1, 1);
}
