using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Makes the text of a task the label of its box: else who hears the page hears boxes without names.</summary>
/// <seealso href="https://www.w3.org/TR/WCAG22/#name-role-value"/>
internal sealed class TaskLabels : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Wrap;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.AddIfNotAlready<LabelRenderer>();
    }

    private static void Wrap(MarkdownDocument document)
    {
        foreach (var box in document.Spans<TaskList>())
        {
            var label = new TaskLabel { Span = box.Span, Line = box.Line, Column = box.Column };
            box.InsertBefore(label);
            while (label.NextSibling is { } next)
            {
                next.Remove();
                label.AppendChild(next);
            }
        }
    }

    /// <summary>A box, and the text behind it.</summary>
    private sealed class TaskLabel : ContainerInline;

    private sealed class LabelRenderer : HtmlObjectRenderer<TaskLabel>
    {
        protected override void Write(HtmlRenderer renderer, TaskLabel label)
        {
            renderer.Write("<label>");
            renderer.WriteChildren(label);
            renderer.Write("</label>");
        }
    }
}
