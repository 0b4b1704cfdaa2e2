using System.Collections.Immutable;
using System.Globalization;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Press;

/// <summary>Markdig as Press sets it up. One pipeline serves all posts; it holds no state.</summary>
internal static class PostPipeline
{
    /// <summary>
    /// The set that Markdig calls advanced, less what reads prose as markup: <c>~</c> and <c>^</c> for sub- and superscript
    /// (<c>5~10%</c> is a range in Korean), and Markdig's heading ids, which drop Hangul (<see cref="HeadingIds"/> has ours).
    /// </summary>
    public static MarkdownPipeline Instance { get; } = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis()
        .UseAlertBlocks(AlertTitle)
        .UseAbbreviations()
        .UseCitations()
        .UseCustomContainers()
        .UseDefinitionLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Inserted | EmphasisExtraOptions.Marked)
        .UseFigures()
        .UseFooters()
        .UseFootnotes()
        .UseGridTables()
        .UseMathematics()
        .UseMediaLinks()
        .UsePipeTables()
        .UseListExtras()
        .UseTaskLists()
        .UseDiagrams()
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .UseGenericAttributes() // It changes the parsers before it, so it comes after them.
        .Use<AttributeLists>()
        .Use<TaskLabels>()
        .Use<BoundedInlines>() // It replaces parsers of those before it.
        .Build();

    /// <summary>The kind of an alert in words: Markdig's own pictures are SVG, which nobody's HTML may hold here.</summary>
    private static void AlertTitle(HtmlRenderer renderer, StringSlice kind) =>
        renderer.Write("<p class=\"markdown-alert-title\">").WriteEscape(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(kind.ToString().ToLowerInvariant())).WriteLine("</p>");

    /// <summary>Renders blocks and remembers from which lines their HTML came.</summary>
    /// <param name="blocks">Of one document.</param>
    /// <param name="isExcerpt">Whether the blocks stand without the rest of their post, and so without its footnotes.</param>
    /// <param name="firstLine">The line of the file on which the document begins.</param>
    /// <param name="most">The most characters of HTML; <see cref="TooCostlyException"/> ends what has more.</param>
    public static RenderedHtml Render(IEnumerable<Block> blocks, bool isExcerpt, int firstLine, int most = int.MaxValue)
    {
        using var html = new StringWriter();
        var parts = ImmutableArray.CreateBuilder<(Block, int)>();
        var marks = ImmutableArray.CreateBuilder<LineMark>();
        var renderer = new HtmlRenderer(html);
        Instance.Setup(renderer);
        if (renderer.ObjectRenderers.FindExact<CodeBlockRenderer>() is { } plainCode)
            renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new HighlightedCode(plainCode));
        if (isExcerpt)
            renderer.ObjectRenderers.RemoveAll(part => part is HtmlFootnoteLinkRenderer);
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
