using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Press.Cli.Serve;

/// <summary>Tells an author in a preview what is wrong.</summary>
internal static class PreviewBanner
{
    private const int Most = 8;

    /// <summary>What is wrong with the site, the page's own faults first: HTML to be put at the end of the body; empty if nothing is.</summary>
    public static string Of(ImmutableArray<Diagnostic> diagnostics, string? sourceName)
    {
        if (diagnostics is [])
            return "";

        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics.OrderByDescending(found => found.File == sourceName).Take(Most))
            text.Append(diagnostic).Append('\n');
        if (diagnostics.Length > Most)
            text.Append(CultureInfo.InvariantCulture, $"and {diagnostics.Length - Most:N0} more");
        return Of(text.ToString());
    }

    /// <summary>HTML that shows a text.</summary>
    public static string Of(string text) =>
        "<div role=\"status\" style=\"position:fixed;inset:auto 0 0 0;max-height:40vh;overflow:auto;padding:.75rem 1rem;background:#7c1d0f;color:#fff;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap\">"
        + WebUtility.HtmlEncode(text) + "</div>\n";
}
