using System.Net;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Finds template code of other tools that readers of a post would see: Jekyll's Liquid, and Hugo's shortcodes.</summary>
internal static partial class ForeignTemplate
{
    private const int MaxShown = 40;

    /// <summary>Warns of the first that stands outside code; once a post.</summary>
    /// <param name="html">The post as readers see it.</param>
    /// <param name="block">The post as it was written.</param>
    /// <param name="diagnostics">Takes the warning.</param>
    public static void Warn(string html, FrontMatterBlock block, DiagnosticBag diagnostics)
    {
        if (!html.Contains("{{", StringComparison.Ordinal) && !html.Contains("{%", StringComparison.Ordinal))
            return;
        // As long as before, so that places stay.
        var match = Template().Match(Code().Replace(html, code => new string(' ', code.Length)));
        if (!match.Success)
            return;
        var written = WebUtility.HtmlDecode(match.Value);
        var offset = PlaceOf(written, html.AsSpan(0, match.Index).Count(match.Value), block.Body);
        var position = SourceText.PositionIn(block.Body, offset);
        var advice = written.StartsWith("{{<", StringComparison.Ordinal) || written.StartsWith("{{%", StringComparison.Ordinal)
            ? "This is a shortcode of Hugo. Write Markdown or HTML instead."
            : "This is Liquid of Jekyll. Remove it, or write 'compatibility: jekyll' in _config.yml if the site was made for Jekyll.";
        diagnostics.Add(
            DiagnosticRules.ForeignTemplate,
            position with { Line = position.Line + block.BodyLine - 1 },
            $"'{(written.Length > MaxShown ? written[..MaxShown] : written)}' stays in the text as it is. {advice}");
    }

    /// <summary>The place of a text that stands there several times, code included.</summary>
    private static int PlaceOf(string written, int before, string body)
    {
        var place = body.IndexOf(written, StringComparison.Ordinal);
        for (; before > 0 && place >= 0 && body.IndexOf(written, place + 1, StringComparison.Ordinal) is var next and >= 0; before--)
            place = next;
        return Math.Max(0, place);
    }

    [GeneratedRegex(
        "<(code|pre)[^>]*>.*?</(code|pre)>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\{%-?\s*(raw|endraw|post_url|link|include|include_relative|highlight|endhighlight|comment|endcomment|assign|if|for|gist)\b"
            + @"|\{\{-?\s*(site|page)\.[\w.]+|\{\{(&lt;|%)\s*/?\s*\w[\w-]*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Template();
}
