namespace Press.Jekyll;

/// <summary>Markdown as Press renders it on a Jekyll site.</summary>
internal static class PressHtml
{
    public static string Of(string markdown)
    {
        var options = new BodyOptions("<!--more-->", TitleFromHeading: false, FirstLine: 1, new LinkRewriter(new SiteSettings(), "a.md"), TrustsHtml: true) { SmartQuotes = true, LikeJekyll = true };
        if (PostMarkdown.Render(markdown, options, new DiagnosticBag("a.md")) is not { } body)
            return "<!-- nested too deep -->";
        return body.SourceLinks.Select((link, number) => (link, number))
            .Aggregate(body.Html, (html, link) => html.Replace($"\"{SourceLinks.Placeholder(link.number)}\"", $"\"{link.link.Written}\"", StringComparison.Ordinal));
    }
}
