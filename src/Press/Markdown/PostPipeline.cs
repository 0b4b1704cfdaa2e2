using System.Collections.Immutable;
using System.Globalization;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Markdig as Press sets it up. One pipeline serves all posts; it holds no state.</summary>
internal static class PostPipeline
{
    /// <summary>
    /// CommonMark and what pays in posts. Markdig has more, which reads prose as markup: braces, <c>A::B::C</c>, <c>C++ … C++</c>,
    /// <c>a==1 … b==2</c>, <c>""</c>, <c>Q. …</c>, <c>5~10%</c>. Its heading ids drop Hangul (<see cref="HeadingIds"/> has ours).
    /// </summary>
    public static MarkdownPipeline Instance { get; } = Build(likeJekyll: false);

    /// <summary>The same for a Jekyll site: lists and nested emphasis make the tree that kramdown makes.</summary>
    public static MarkdownPipeline Jekyll { get; } = Build(likeJekyll: true);

    private static MarkdownPipeline Build(bool likeJekyll) => new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis()
        .UseAlertBlocks(AlertTitle)
        .UseAbbreviations()
        .Use<Abbreviations>()
        .Use<Definitions>()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseMediaLinks()
        .UsePipeTables()
        .UseTaskLists()
        .UsePreciseSourceLocation()
        .Use(new MathExtension(likeJekyll))
        .Use<BareLinks>()
        .Use<AttributeLists>()
        .Use<HeadingAttributes>()
        .Use<KramdownNotes>()
        .Use<TaskLabels>()
        .Use(new PostBlocks(likeJekyll))
        .Use(new BoundedInlines(likeJekyll)) // It replaces parsers of those before it.
        .Build();

    /// <summary>The kind of an alert in words: Markdig's own pictures are SVG, which nobody's HTML may hold here.</summary>
    private static void AlertTitle(HtmlRenderer renderer, StringSlice kind) =>
        renderer
            .Write("<p class=\"markdown-alert-title\">")
            .WriteEscape(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(kind.ToString().ToLowerInvariant()))
            .WriteLine("</p>");

    /// <summary>Renders blocks and remembers from which lines their HTML came.</summary>
    /// <param name="blocks">Of one document.</param>
    /// <param name="isExcerpt">Whether the blocks stand without the rest of their post, and so without its footnotes.</param>
    /// <param name="firstLine">The line of the file on which the document begins.</param>
    /// <param name="pipeline">The pipeline that parsed it; null for <see cref="Instance"/>.</param>
    /// <param name="most">The most characters of HTML; <see cref="TooCostlyException"/> ends what has more.</param>
    public static RenderedHtml Render(
        IEnumerable<Block> blocks, bool isExcerpt, int firstLine, MarkdownPipeline? pipeline = null, int most = int.MaxValue)
    {
        using var html = new StringWriter();
        var parts = ImmutableArray.CreateBuilder<(Block, int)>();
        var marks = ImmutableArray.CreateBuilder<LineMark>();
        var renderer = new HtmlRenderer(html);
        (pipeline ?? Instance).Setup(renderer);
        if (renderer.ObjectRenderers.FindExact<CodeBlockRenderer>() is { } plainCode)
            renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new HighlightedCode(plainCode));
        if (isExcerpt)
            renderer.ObjectRenderers.RemoveAll(part => part is NoteLinkRenderer);
        renderer.ObjectWriteBefore += (_, part) =>
        {
            HtmlBudget.Check(html.GetStringBuilder().Length, most);
            if (part is LeafBlock)
                marks.Add(new LineMark(html.GetStringBuilder().Length, firstLine + part.Line));
        };

        foreach (var block in blocks)
        {
            parts.Add((block, html.GetStringBuilder().Length));
            renderer.Write(block);
        }

        return new RenderedHtml(html.ToString(), marks.DrainToImmutable(), parts.DrainToImmutable());
    }
}
