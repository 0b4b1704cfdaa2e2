using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// kramdown's attribute lists, <c>{: .class #id key="value"}</c>: right behind a span for the span, on a line of their own
/// below a block for the block, or above one if a blank line parts them from what is above, and behind the mark of a list's item for
/// the item. <c>{:name: .class}</c> defines a list for use by name.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#attribute-list-definitions"/>
internal sealed class AttributeLists : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new AttributeListBlockParser());
        pipeline.InlineParsers.Insert(0, new AttributeListInlineParser());
        pipeline.DocumentProcessed += Apply;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing of a list is left to be rendered.
    }

    private static void Apply(MarkdownDocument document)
    {
        var definitions = new AttributeDefinitions(document);
        ApplyBlocks(document, definitions);
        foreach (var list in document.Spans<AttributeListInline>())
        {
            var item = ItemOf(list);
            if (list.PreviousSibling is LiteralInline or LineBreakInline or null && item is null)
            {
                // Behind plain text it belongs to nothing, and is text itself.
                list.ReplaceBy(new LiteralInline(list.Text) { Span = list.Span, Line = list.Line, Column = list.Column });
                continue;
            }

            if (list.PreviousSibling is HtmlInline html)
                html.Tag = HtmlStartTag.With(html.Tag, definitions.Resolve(list.Attributes));
            else if (list.PreviousSibling is { } span)
                definitions.Resolve(list.Attributes).CopyTo(span.GetAttributes());
            else
                ApplyToItem(list, item!, definitions);
            list.Remove();
        }
    }

    /// <summary>The item of a list, the term or the definition whose text begins with an attribute list; null if there is none.</summary>
    private static Block? ItemOf(AttributeListInline list) => list.PreviousSibling is not null ? null : list.Parent?.ParentBlock switch
    {
        DefinitionTerm term => term,
        ParagraphBlock { Parent: ListItemBlock item } paragraph when item[0] == paragraph => item,
        ParagraphBlock { Parent: Definition item } paragraph when item.First(block => block is not DefinitionTerm) == paragraph => item,
        _ => null,
    };

    private static void ApplyToItem(AttributeListInline list, Block item, AttributeDefinitions definitions)
    {
        definitions.Resolve(list.Attributes).CopyTo(item.GetAttributes());
        if (list.NextSibling is LiteralInline next)
            next.Content.TrimStart();
    }

    private static void ApplyBlocks(ContainerBlock container, AttributeDefinitions definitions)
    {
        var children = container.ToList();
        if (children.Exists(child => child is AttributeListBlock))
        {
            container.Clear();
            AttributeList? ahead = null;
            foreach (var child in children)
            {
                if (child is not AttributeListBlock list)
                {
                    Apply(ahead, child, definitions, container);
                    ahead = null;
                }
                else if (list.Name is null && list.IsBelowText && container.Count > 0)
                {
                    Apply(list.Attributes, container[^1], definitions, container: null);
                }
                else if (list.Name is null)
                {
                    ahead = ahead is null ? list.Attributes : ahead.With(list.Attributes);
                }
            }
        }

        foreach (var child in container)
        {
            if (child is ContainerBlock inner)
                ApplyBlocks(inner, definitions);
        }
    }

    /// <summary>Gives a block what is written for it, and puts it into a container if one is given.</summary>
    private static void Apply(AttributeList? written, Block block, AttributeDefinitions definitions, ContainerBlock? container)
    {
        container?.Add(block);
        if (written is null)
            return;
        var attributes = definitions.Resolve(written);
        if (attributes.References.Contains("toc") && block is ListBlock list)
        {
            var contents = new TableOfContents(list.IsOrdered);
            attributes.CopyTo(contents.GetAttributes());
            var parent = block.Parent!;
            parent.RemoveAt(parent.Count - 1);
            parent.Add(contents);
        }
        else if (block is HtmlBlock html)
        {
            HtmlStartTag.Apply(html, attributes);
        }
        else
        {
            attributes.CopyTo(block.GetAttributes());
        }
    }
}
