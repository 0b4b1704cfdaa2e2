using System.Text;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>
/// Tells layouts that were written for Jekyll in a site whose settings do not say that it is one. The settings alone decide how a site is
/// read: an own folder <c>_posts</c> and own layouts sites of Press have too.
/// </summary>
internal static partial class JekyllLayout
{
    /// <summary>A warning for a layout or an include with what only Jekyll knows; null for all others.</summary>
    public static Diagnostic? Find(Source file)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        return OnlyJekylls().Match(text) is { Success: true } match
            ? new Diagnostic(
                DiagnosticRules.ForJekyll,
                file.Name,
                new LineBreaks(text, firstLine: 1).PositionOf(match.Index),
                $"'{match.Value}' is Jekyll's, and nothing in {SiteSettings.FileName} says that this is a Jekyll site. "
                    + $"Write '{JekyllKeys.Compatibility}: jekyll' there.")
            : null;
    }

    [GeneratedRegex(
        @"\{%-?\s*(seo|feed_meta)\s*-?%\}|\{%-?\s*(include|include_cached|include_relative)\s+[\w./-]+\.(html|svg|md|js)\b[^%]{0,40}%\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyJekylls();
}
