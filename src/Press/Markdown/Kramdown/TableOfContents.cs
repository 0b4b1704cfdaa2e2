using System.Collections.Immutable;
using Markdig.Syntax;

namespace Press;

/// <summary>The list of the headings of a post, where the author wrote <c>{:toc}</c>. Until they have ids, it is empty.</summary>
internal sealed class TableOfContents(bool isOrdered) : LeafBlock(parser: null)
{
    public bool IsOrdered => isOrdered;

    public IReadOnlyList<HeadingBlock> Headings { get; private set; } = [];

    /// <summary>
    /// Fills the lists of a document in which every heading has an id. One of class <c>no_toc</c> is left out, and one of another level.
    /// </summary>
    public static void Fill(MarkdownDocument document, ImmutableArray<int> levels)
    {
        var contents = document.Blocks<TableOfContents>();
        if (contents is [])
            return;
        var headings = document.Blocks<HeadingBlock>()
            .Where(heading => levels.Contains(heading.Level)
                && Markdig.Renderers.Html.HtmlAttributesExtensions.TryGetAttributes(heading)?.Classes?.Contains("no_toc") is not true)
            .ToList();
        // One is enough for a reader, and many would multiply the headings.
        contents[0].Headings = headings;
    }
}
