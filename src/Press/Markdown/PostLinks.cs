using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Brings the links and images of parsed Markdown below the base URL of the site.</summary>
internal static class PostLinks
{
    /// <summary>Rewrites all links.</summary>
    public static void Rewrite(MarkdownDocument document, BodyOptions options)
    {
        foreach (var link in document.Spans<LinkInline>())
        {
            if (link.Url is not { } url)
                continue;

            link.Url = options.Links.Rewrite(url, new TextPosition(options.FirstLine + link.Line, link.Column + 1));
            // Pixels that are decoded while the text is shown do not hold it up.
            if (link.IsImage)
                link.GetAttributes().AddPropertyIfNotExist("decoding", "async");
        }
    }
}
