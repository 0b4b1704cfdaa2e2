using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Press;

/// <summary>Definition lists as kramdown reads and writes them.</summary>
internal sealed class Definitions : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.InsertBefore<ThematicBreakParser>(new DefinitionParser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.AddIfNotAlready<DefinitionRenderer>();
}
