using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Press;

/// <summary>Renders the body of a post. One pipeline serves all posts; it holds no state.</summary>
internal static class PostMarkdown
{
    /// <summary>
    /// The set that Markdig calls advanced, less what reads prose as markup: <c>~</c> and <c>^</c> for sub- and superscript
    /// (<c>5~10%</c> is a range in Korean), and Markdig's heading ids, which drop Hangul (<see cref="HeadingIds"/> has ours).
    /// </summary>
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseCjkFriendlyEmphasis()
        .UseAlertBlocks()
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
        .UseGenericAttributes() // It changes the parsers before it, so it comes last.
        .Build();

    /// <summary>Renders a body; null, and a diagnostic, if it is nested deeper than Markdig goes.</summary>
    /// <param name="markdown">The text after the front matter.</param>
    /// <param name="excerptSeparator">The HTML comment that ends the excerpt.</param>
    /// <param name="titleFromHeading">Whether a level-1 heading that opens the body is the title, and so not part of it.</param>
    /// <param name="position">Where the body begins in its file.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static PostBody? Render(string markdown, string excerptSeparator, bool titleFromHeading, TextPosition position, DiagnosticBag diagnostics)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException fault) when (fault.Message.Contains("depth limit", StringComparison.Ordinal))
        {
            diagnostics.Add(DiagnosticRules.TooDeep, position, "lists or quotes are nested too deep to be rendered. Write them flatter.");
            return null;
        }

        KoreanAutoLinks.Trim(document);
        var title = titleFromHeading ? TakeTitle(document) : null;
        // Before the headings have ids: an excerpt stands on pages beside other excerpts.
        var excerpt = Excerpt.Cut(document, excerptSeparator);
        var excerptHtml = ToHtml(excerpt, isExcerpt: true);
        var headings = HeadingIds.Assign(document);
        return new PostBody
        {
            Title = title,
            Html = ToHtml(document, isExcerpt: false),
            ExcerptHtml = excerptHtml,
            ExcerptText = PlainText.Of(excerpt),
            Headings = headings,
            Length = TextLength.Of(PlainText.Of(document)),
        };
    }

    /// <summary>Renders Markdown that stands for an excerpt.</summary>
    public static (string Html, string Text) RenderExcerpt(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        return (ToHtml(document, isExcerpt: true), PlainText.Of(document));
    }

    private static string? TakeTitle(MarkdownDocument document)
    {
        if (document.Descendants<HeadingBlock>().FirstOrDefault() is not { } heading)
            return null;
        if (heading.Level == 1 && document[0] == heading)
            document.RemoveAt(0);
        return PlainText.Of([heading]);
    }

    private static string ToHtml(IEnumerable<Block> blocks, bool isExcerpt)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        if (isExcerpt)
            renderer.ObjectRenderers.RemoveAll(part => part is HtmlFootnoteLinkRenderer); // The notes stand in the post only.
        foreach (var block in blocks)
            renderer.Write(block);
        return html.ToString();
    }
}
