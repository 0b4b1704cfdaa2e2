using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Knows lines that kramdown reads as part of a list's item though they are indented less than its text.</summary>
internal static class LazyLists
{
    /// <summary>
    /// Whether a line right below an item belongs to it: a list of the other kind, or code in a fence. For another bullet than the list
    /// has, the list takes that bullet, since kramdown goes on with it.
    /// </summary>
    public static bool BelongsToItem(BlockProcessor processor, ListItemBlock item)
    {
        var list = (ListBlock)item.Parent!;
        var isBullet = IsBullet(processor);
        if (isBullet && !list.IsOrdered && OpenCode(processor, item) is null)
            list.BulletType = processor.CurrentChar;
        if (!IsBelowText(processor))
            return false;
        if (OpenCode(processor, item) is not null)
            return true;
        if (isBullet)
            return list.IsOrdered;
        return IsNumber(processor) ? !list.IsOrdered : IsFence(processor);
    }

    /// <summary>The code in a fence that is open at the end of a block; null if there is none.</summary>
    public static FencedCodeBlock? OpenCode(BlockProcessor processor, ContainerBlock container)
    {
        Block block = container;
        while (block is ContainerBlock { LastChild: { } last })
            block = last;
        // While a line is read, no block counts as open but those on the stack.
        return block is FencedCodeBlock code && processor.IsOpen(code) ? code : null;
    }

    /// <summary>Whether a line begins an item of either kind of list.</summary>
    public static bool IsItem(BlockProcessor processor) => IsBullet(processor) || IsNumber(processor);

    private static bool IsBullet(BlockProcessor processor) =>
        (processor.CurrentChar is '-' or '*' or '+') && (processor.PeekChar(1) is ' ' or '\t');

    private static bool IsNumber(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var digits = line.Length - line.TrimStart("0123456789").Length;
        return digits is > 0 and < 10 && line[digits..] is ['.', ' ' or '\t', ..];
    }

    /// <summary>A fence that ends before the next blank line: kramdown reads others as text.</summary>
    public static bool IsFence(BlockProcessor processor)
    {
        var line = processor.Line;
        if (line.CurrentChar is not ('`' or '~') || !line.AsSpan().StartsWith(new string(line.CurrentChar, 3)))
            return false;
        var isFirst = true;
        foreach (var next in line.Text.AsSpan(line.Start).EnumerateLines())
        {
            if (next.IsWhiteSpace())
                return false;
            if (!isFirst && next.Trim().StartsWith(new string(line.CurrentChar, 3)))
                return true;
            isFirst = false;
        }

        return false;
    }

    /// <summary>Whether the line above has anything in it, be it only the mark of a quote.</summary>
    public static bool IsBelowLine(BlockProcessor processor)
    {
        var above = processor.Line.Text.AsSpan(0, Math.Max(0, processor.CurrentLineStartPosition - 1));
        return !above[(above.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }

    /// <summary>
    /// Whether a line ends text that would go on otherwise: an attribute list, kramdown's end of a block, or an element that is none of
    /// text.
    /// </summary>
    public static bool EndsLazyText(ReadOnlySpan<char> line) =>
        line.StartsWith("{:") || line.TrimEnd() is "^"
            || (HtmlElements.NameOf(line) is { Length: > 0 } name && !HtmlElements.Spans.Contains(name));

    private static bool IsBelowText(BlockProcessor processor)
    {
        var above = processor.Line.Text.AsSpan(0, Math.Max(0, processor.CurrentLineStartPosition - 1));
        return !above[(above.LastIndexOf('\n') + 1)..].TrimStart(" \t>").IsEmpty;
    }
}
