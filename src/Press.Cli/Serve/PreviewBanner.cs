using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Press.Cli.Serve;

/// <summary>Shows notes at the foot of a page in preview. It folds without a script, and closes with one.</summary>
internal static class PreviewBanner
{
    private const int MaxNotes = 8;

    private const string Frame = "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:40vh;overflow:auto;padding:.6rem 1rem;"
        + "color:#fff;font:13px/1.5 ui-monospace,monospace;text-align:start;overflow-wrap:anywhere;background:";

    /// <summary>HTML to be put at the end of the body; empty for no notes.</summary>
    public static string Of(ImmutableArray<PreviewNote> notes)
    {
        if (notes is [])
            return "";

        var html = new StringBuilder($"<div role=\"status\" data-press-banner style=\"{Frame}{ColorOf(notes)}\"><details open>")
            .Append(CultureInfo.InvariantCulture, $"<summary style=\"cursor:pointer\">{Summary(notes)} ")
            .Append("<button type=\"button\" data-press-close hidden style=\"float:right\">Close</button></summary>");
        foreach (var note in notes.Take(MaxNotes))
            Append(html, note);
        if (notes.Length > MaxNotes)
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"margin:.4em 0\">and {notes.Length - MaxNotes:N0} more</p>");
        return html.Append("</details></div>\n").ToString();
    }

    private static void Append(StringBuilder html, PreviewNote note)
    {
        html.Append("<p style=\"margin:.4em 0;white-space:pre-wrap\">").Append(WebUtility.HtmlEncode(note.Text));
        if (note.Link is var (href, text))
        {
            html.Append(" <a style=\"color:#fff;text-decoration:underline\" href=\"").Append(WebUtility.HtmlEncode(href)).Append("\">")
                .Append(WebUtility.HtmlEncode(text)).Append("</a>");
        }

        html.Append("</p>");
    }

    private static string Summary(ImmutableArray<PreviewNote> notes)
    {
        var errors = notes.Count(note => note.Severity == DiagnosticSeverity.Error);
        var warnings = notes.Count(note => note.Severity == DiagnosticSeverity.Warning);
        return (errors, warnings) switch
        {
            (0, 0) => "Press",
            (0, _) => $"Press: {Quantity.Of(warnings, "warning")}",
            (_, 0) => $"Press: {Quantity.Of(errors, "error")}",
            _ => $"Press: {Quantity.Of(errors, "error")}, {Quantity.Of(warnings, "warning")}",
        };
    }

    /// <summary>Red for errors, amber for warnings, blue for the rest; each has white text at more than 7 to 1.</summary>
    private static string ColorOf(ImmutableArray<PreviewNote> notes) =>
        notes.Any(note => note.Severity == DiagnosticSeverity.Error) ? "#7c1d0f"
        : notes.Any(note => note.Severity == DiagnosticSeverity.Warning) ? "#5f4300"
        : "#1d3a5f";
}
