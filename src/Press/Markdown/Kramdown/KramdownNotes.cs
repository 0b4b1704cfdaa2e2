using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Press;

/// <summary>Writes footnotes and task boxes as kramdown does, so that the style sheets of Jekyll's themes fit.</summary>
internal sealed class KramdownNotes : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.InlineParsers.FindExact<TaskListInlineParser>() is { } tasks)
            tasks.ListClass = "task-list";
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new NoteListRenderer());
        renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new NoteLinkRenderer());
        renderer.ObjectRenderers.Replace<HtmlTaskListRenderer>(new TaskBoxRenderer());
    }

    private sealed class NoteListRenderer : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup notes)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"footnotes\" role=\"doc-endnotes\">").WriteLine("<ol>");
            // Markdig's own sorting gives up where a note is called nowhere.
            foreach (var note in notes.OfType<Footnote>().OrderBy(note => note.Order))
            {
                // kramdown's role doc-endnote is no longer one, and none that an item of a list may have.
                renderer.Write("<li id=\"fn:").WriteEscape(NoteLinkRenderer.NameOf(note)).WriteLine("\">");
                renderer.WriteChildren(note);
                renderer.WriteLine("</li>");
            }

            renderer.WriteLine("</ol>").WriteLine("</div>");
        }
    }

    private sealed class TaskBoxRenderer : HtmlObjectRenderer<TaskList>
    {
        protected override void Write(HtmlRenderer renderer, TaskList box) =>
            renderer.Write("<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\"").Write(
                box.Checked ? " checked=\"checked\" />" : " />");
    }
}
