using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Press;

/// <summary>Puts our own parsers of lists and raw HTML in the place of Markdig's.</summary>
internal sealed class PostBlocks : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ListBlockParser>(new Lists());
        pipeline.BlockParsers.Replace<HtmlBlockParser>(new HtmlBlocks());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // The blocks are rendered as Markdig renders them.
    }
}
