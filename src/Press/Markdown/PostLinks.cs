using System.Collections.Immutable;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Brings the links and images of parsed Markdown to where they lead.</summary>
internal static class PostLinks
{
    /// <summary>Rewrites all links. One to another post's source gets a number: its place in what is returned, counted from <paramref name="first"/>.</summary>
    public static ImmutableArray<SourceLink> Rewrite(MarkdownDocument document, BodyOptions options, int first = 0)
    {
        var sourceLinks = ImmutableArray.CreateBuilder<SourceLink>();
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.Url is not { } url)
                continue;

            if (!link.IsImage && options.Links.SourceOf(url) is var (source, fragment))
            {
                link.Url = SourceLinks.Placeholder(first + sourceLinks.Count);
                sourceLinks.Add(new SourceLink(source, fragment, url, new TextPosition(options.FirstLine + link.Line, link.Column + 1)));
                continue;
            }

            link.Url = options.Links.Rewrite(url);
            // Pixels that are decoded while the text is shown do not hold it up.
            if (link.IsImage)
                link.GetAttributes().AddPropertyIfNotExist("decoding", "async");
        }

        return sourceLinks.DrainToImmutable();
    }
}
