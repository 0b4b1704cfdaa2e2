namespace Press.Jekyll;

/// <summary>Markdown as Press renders it on a Jekyll site.</summary>
internal static class PressHtml
{
    public static string Of(string markdown)
    {
        var options = new BodyOptions("<!--more-->", TitleFromHeading: false, FirstLine: 1, new LinkRewriter(new SiteSettings(), "a.md"), TrustsHtml: true) { SmartQuotes = true };
        return PostMarkdown.Render(markdown, options, new DiagnosticBag("a.md"))?.Html ?? "<!-- nested too deep -->";
    }
}
