namespace Press;

/// <summary>
/// What a page may load and run, for its <c>meta</c> tag: scripts and style sheets of the site itself, pictures and media over
/// https from anywhere, the players that may be embedded. No script or style sheet stands in a page; the styles of single elements, which
/// authors write, do.
/// </summary>
/// <seealso href="https://www.w3.org/TR/CSP3/"/>
public static class ContentSecurityPolicy
{
    /// <summary>
    /// The policy of a drawing that is opened by itself: it shows what is in it, in an origin of its own, and runs nothing.
    /// </summary>
    public const string OfDrawing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";

    /// <summary>What a preview adds to the policy that stands in its pages: no other site may show one in a frame.</summary>
    public const string OfPreview = "frame-ancestors 'self'; object-src 'none'";

    /// <summary>The policy of a page.</summary>
    /// <param name="mathRenderer">The script that shows TeX, which brings styles and fonts of its own; null on a page without TeX.</param>
    /// <param name="others">Hosts that the settings let in.</param>
    public static string Of(string? mathRenderer, ContentSources? others = null)
    {
        others ??= ContentSources.None;
        var renderer = Uri.TryCreate(mathRenderer, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? " " + uri.GetLeftPart(UriPartial.Authority)
            : "";
        return string.Join("; ",
            "default-src 'none'",
            $"script-src 'self'{renderer}{List(others.Scripts)}",
            $"style-src 'self'{List(mathRenderer is null ? others.Styles : others.Styles.Add("'unsafe-inline'").Distinct())}",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' https: data:",
            "media-src 'self' https:",
            $"font-src 'self'{renderer}",
            $"connect-src 'self'{List(others.Connections)}",
            "manifest-src 'self'",
            $"frame-src{List(EmbeddedFrame.Hosts.Select(host => "https://" + host).Union(others.Frames, StringComparer.Ordinal))}",
            "form-action 'self'",
            "base-uri 'none'");
    }

    private static string List(IEnumerable<string> sources) => string.Concat(sources.Select(source => " " + source));
}
