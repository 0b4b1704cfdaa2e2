namespace Press.Cli.Check;

/// <summary>A diagnostic as an annotation of a GitHub workflow.</summary>
/// <seealso href="https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands"/>
internal static class WorkflowCommand
{
    /// <summary>The line to print; the file is named from where the program was started, as the workflow sees it.</summary>
    public static string Of(Diagnostic found, string folderName)
    {
        var file = Path.Combine(folderName, found.File).Replace('\\', '/');
        return $"::{found.Rule.SeverityName} file={Property(file)},line={found.Position.Line},col={found.Position.Column},"
            + $"title={Property(found.Rule.Code)}::{Data(found.Message)}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
