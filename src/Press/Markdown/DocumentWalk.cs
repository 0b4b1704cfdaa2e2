using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// Finds the parts of a document, in the order of its text. Markdig's <c>Descendants</c> finds the same by iterators within iterators,
/// which costs several times as much; and what is found here is a list, so that the document may be changed while it is gone through.
/// </summary>
internal static class DocumentWalk
{
    /// <summary>All blocks and spans below a part, but not the part itself.</summary>
    public static List<MarkdownObject> Parts(this MarkdownObject root) => Find<MarkdownObject>(root, entersText: true);

    /// <summary>The blocks of a kind below a part.</summary>
    public static List<T> Blocks<T>(this MarkdownObject root)
        where T : Block => Find<T>(root, entersText: false);

    /// <summary>The spans of a kind below a part.</summary>
    public static List<T> Spans<T>(this MarkdownObject root)
        where T : Inline => Find<T>(root, entersText: true);

    private static List<T> Find<T>(MarkdownObject root, bool entersText)
        where T : MarkdownObject
    {
        var found = new List<T>();
        Enter(root, entersText, found);
        return found;
    }

    private static void Enter<T>(MarkdownObject part, bool entersText, List<T> found)
        where T : MarkdownObject
    {
        if (part is ContainerBlock container)
        {
            // Markdig refuses what is nested deep.
            foreach (var block in container)
            {
                if (block is T one)
                    found.Add(one);
                Enter(block, entersText, found);
            }
        }
        else if (entersText && (part as LeafBlock)?.Inline is { } text)
        {
            AddSpans(text, found);
        }
        else if (part is ContainerInline spans)
        {
            AddSpans(spans, found);
        }
    }

    private static void AddSpans<T>(ContainerInline root, List<T> found)
        where T : MarkdownObject
    {
        for (var span = root.FirstChild; span is not null; span = Next(span, root))
        {
            if (span is T one)
                found.Add(one);
        }
    }

    /// <summary>The span behind one: in it, beside it, or beside one that it is in.</summary>
    private static Inline? Next(Inline span, ContainerInline root)
    {
        if (span is ContainerInline { FirstChild: { } first })
            return first;
        var outer = span;
        while (outer.NextSibling is null)
        {
            if (outer.Parent is not { } parent || parent == root)
                return null;
            outer = parent;
        }

        return outer.NextSibling;
    }
}
