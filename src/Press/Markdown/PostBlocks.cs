using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Our own parsers of lists, raw HTML and kramdown's extensions, and what is to be written for them.</summary>
/// <param name="likeJekyll">Whether kramdown's rules hold for lists and nested emphasis where CommonMark's differ.</param>
internal sealed class PostBlocks(bool likeJekyll) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ListBlockParser>(new Lists(likeJekyll));
        if (likeJekyll)
            pipeline.BlockParsers.Replace<HeadingBlockParser>(new FilledHeadings());
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new HtmlBlocks(likeJekyll));
        pipeline.BlockParsers.InsertBefore<HtmlBlocks>(new MarkdownHtmlParser());
        pipeline.BlockParsers.Insert(0, new ExtensionBlockParser());
        pipeline.BlockParsers.Insert(0, new BlockEndParser());
        pipeline.InlineParsers.Insert(0, new ExtensionInlineParser());
        pipeline.DocumentProcessed += MarkdownAttributes.TakeOut;
        if (!likeJekyll)
            return;
        pipeline.BlockParsers.Replace<QuoteBlockParser>(new LazyQuotes());
        if (pipeline.InlineParsers.FindExact<EmphasisInlineParser>() is { } emphasis)
            pipeline.InlineParsers.Replace<EmphasisInlineParser>(new StrongParser(emphasis));
        pipeline.InlineParsers.Insert(0, new DoubleBackslashParser());
        pipeline.InlineParsers.Insert(0, new RawElementParser());
        pipeline.InlineParsers.Insert(0, new AngleQuoteParser());
        pipeline.DocumentProcessed += PutStrongOutside;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.AddIfNotAlready<MarkdownHtmlRenderer>();
        renderer.ObjectRenderers.AddIfNotAlready<TableOfContentsRenderer>();
        if (!likeJekyll)
            return;
        renderer.ObjectRenderers.Replace<ListRenderer>(new ListItemRenderer());
        renderer.ObjectRenderers.Insert(0, new BarTableRenderer());
    }

    /// <summary>Of three stars, kramdown gives the outer two to <c>&lt;strong&gt;</c>.</summary>
    private static void PutStrongOutside(MarkdownDocument document)
    {
        foreach (var outer in document.Spans<EmphasisInline>())
        {
            if (outer is { DelimiterCount: 1, FirstChild: EmphasisInline { DelimiterCount: 2 } inner } && inner == outer.LastChild
                && inner.DelimiterChar == outer.DelimiterChar && inner.Span.Start == outer.Span.Start + 1)
                (outer.DelimiterCount, inner.DelimiterCount) = (2, 1);
        }
    }
}
