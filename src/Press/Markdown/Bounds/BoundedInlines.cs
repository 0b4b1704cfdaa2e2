using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;

namespace Press;

/// <summary>
/// Puts bounds to what Markdig's parsers do with markup that is begun again and again and never ended. Documents that stay within
/// them are read as they would be without. It comes after the extensions whose parsers it replaces.
/// </summary>
/// <param name="likeJekyll">Whether a paragraph of bars is a table without a line of hyphens too.</param>
internal sealed class BoundedInlines(bool likeJekyll) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        var parsers = pipeline.InlineParsers;
        if (parsers.FindExact<LinkInlineParser>() is { } links)
            parsers.Replace<LinkInlineParser>(new BoundedLinks(links.Options));
        if (parsers.FindExact<AutolinkInlineParser>() is { } tags)
            parsers.Replace<AutolinkInlineParser>(new BoundedTags(tags.Options, likeJekyll));
        if (parsers.FindExact<CodeInlineParser>() is not null)
            parsers.Replace<CodeInlineParser>(new BoundedCode());
        if (parsers.FindExact<PipeTableParser>() is { } tables && parsers.FindExact<LineBreakInlineParser>() is { } lineBreaks)
            parsers.Replace<PipeTableParser>(new BoundedTables(lineBreaks, tables.Options));
        if (parsers.FindExact<AlertInlineParser>() is not null)
            parsers.Replace<AlertInlineParser>(new BoundedAlerts());
        if (pipeline.BlockParsers.FindExact<ParagraphBlockParser>() is not null)
            pipeline.BlockParsers.Replace<ParagraphBlockParser>(Paragraphs());
        if (parsers.Find<EmphasisInlineParser>() is { } emphasis)
            parsers.Insert(0, new OpenMarks(emphasis));
    }

    private BoundedDefinitions Paragraphs()
    {
        var paragraphs = new BoundedDefinitions();
        if (likeJekyll)
            paragraphs.Closed += BarTables.Read;
        return paragraphs;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // What is parsed is rendered as ever.
    }
}
