using System.Net;
using System.Text;

namespace Press.Cli.Serve;

/// <summary>Shows in a preview what is wrong with the site, the page's own faults first.</summary>
internal static class PreviewBanner
{
    private const int Most = 8;

    /// <summary>HTML to be put at the end of the body; empty if nothing is wrong.</summary>
    public static string Of(Publication publication, string? sourceName)
    {
        if (publication.Diagnostics is [])
            return "";

        var html = new StringBuilder("<aside role=\"status\" style=\"position:fixed;inset:auto 0 0 0;max-height:40vh;overflow:auto;padding:.75rem 1rem;background:#7c1d0f;color:#fff;font:13px/1.5 ui-monospace,monospace;white-space:pre-wrap\">");
        foreach (var diagnostic in publication.Diagnostics.OrderByDescending(found => found.File == sourceName).Take(Most))
            html.Append(WebUtility.HtmlEncode(diagnostic.ToString())).Append('\n');
        if (publication.Diagnostics.Length > Most)
            html.Append(System.Globalization.CultureInfo.InvariantCulture, $"and {publication.Diagnostics.Length - Most:N0} more");
        return html.Append("</aside>\n").ToString();
    }
}
