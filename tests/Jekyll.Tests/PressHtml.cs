namespace Press.Jekyll;

/// <summary>Markdown as Press renders it, for authors whose HTML is trusted.</summary>
internal static class PressHtml
{
    /// <param name="markdown">A body.</param>
    /// <param name="likeJekyll">Whether the site was made for Jekyll.</param>
    public static string Of(string markdown, bool likeJekyll = true)
    {
        var options = new BodyOptions(
            "<!--more-->", TitleFromHeading: false, FirstLine: 1, new LinkRewriter(new SiteSettings()), TrustsHtml: true)
        {
            SmartQuotes = likeJekyll,
            LikeJekyll = likeJekyll,
        };
        return PostMarkdown.Render(markdown, options, new DiagnosticBag("a.md"))?.Html ?? "<!-- nested too deep -->";
    }
}
