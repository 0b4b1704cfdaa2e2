namespace Press.Jekyll;

/// <summary>Markdown as Press renders it, for authors whose HTML is trusted.</summary>
internal static class PressHtml
{
    /// <param name="markdown">A body.</param>
    /// <param name="likeJekyll">Whether the site was made for Jekyll.</param>
    public static string Of(string markdown, bool likeJekyll = true)
    {
        var options = new BodyOptions("<!--more-->", TitleFromHeading: false, FirstLine: 1, new LinkRewriter(new SiteSettings(), "a.md"), TrustsHtml: true) { SmartQuotes = likeJekyll, LikeJekyll = likeJekyll };
        if (PostMarkdown.Render(markdown, options, new DiagnosticBag("a.md")) is not { } body)
            return "<!-- nested too deep -->";
        return body.SourceLinks.Select((link, number) => (link, number))
            .Aggregate(body.Html, (html, link) => html.Replace($"\"{SourceLinks.Placeholder(link.number)}\"", $"\"{link.link.Written}\"", StringComparison.Ordinal));
    }
}
