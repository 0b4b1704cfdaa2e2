using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>Writes a table of contents as kramdown does: lists in lists, each entry with an id of its own.</summary>
internal sealed class TableOfContentsRenderer : HtmlObjectRenderer<TableOfContents>
{
    private const string DefaultId = "markdown-toc";

    protected override void Write(HtmlRenderer renderer, TableOfContents contents)
    {
        if (contents.Headings is [])
            return;
        var attributes = contents.GetAttributes();
        attributes.Id ??= DefaultId;
        var tag = contents.IsOrdered ? "ol" : "ul";
        renderer.EnsureLine();
        renderer.Write($"<{tag}").WriteAttributes(attributes).WriteLine(">");
        // The open entries: the level of each, and whether it has a list below it.
        var open = new Stack<(int Level, bool HasList)>();
        foreach (var heading in contents.Headings)
        {
            while (open.TryPeek(out var last) && last.Level >= heading.Level)
                Close(renderer, open.Pop().HasList, tag);
            if (open.TryPop(out var parent))
            {
                if (!parent.HasList)
                    renderer.WriteLine().WriteLine($"<{tag}>");
                open.Push(parent with { HasList = true });
            }

            WriteEntry(renderer, heading, attributes.Id);
            open.Push((heading.Level, false));
        }

        while (open.TryPop(out var last))
            Close(renderer, last.HasList, tag);
        renderer.WriteLine($"</{tag}>");
    }

    private static void Close(HtmlRenderer renderer, bool hasList, string tag)
    {
        if (hasList)
            renderer.WriteLine($"</{tag}>");
        renderer.WriteLine("</li>");
    }

    private static void WriteEntry(HtmlRenderer renderer, HeadingBlock heading, string listId)
    {
        var id = heading.GetAttributes().Id!;
        renderer.Write("<li><a href=\"#").WriteEscape(id).Write("\" id=\"").WriteEscape($"{listId}-{id}").Write("\">");
        if (heading.Inline is { } text)
            WriteText(renderer, text);
        renderer.Write("</a>");
    }

    /// <summary>A link within a link is none, and a note is called once.</summary>
    private static void WriteText(HtmlRenderer renderer, ContainerInline text)
    {
        foreach (var inline in text)
        {
            if (inline is LinkInline { IsImage: false } link)
                WriteText(renderer, link);
            else if (inline is not FootnoteLink)
                renderer.Write(inline);
        }
    }
}
