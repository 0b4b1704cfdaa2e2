using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Markdig's paragraphs, with two bounds. Link definitions that stand line below line are read when their paragraph ends, each from
/// its first line on. And a paragraph that becomes a heading or nothing is searched for among all blocks before it.
/// </summary>
internal sealed class BoundedDefinitions : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock { Lines: { Count: Limits.Definitions } lines }
            && lines.Lines.Take(lines.Count).All(line => IsDefinition(line.Slice.AsSpan())))
        {
            throw new TooCostlyException(
                FormattableString.Invariant($"more than {Limits.Definitions:N0} link definitions stand line below line. ")
                    + "Write a blank line between them here and there.");
        }

        // Where the line is a lazy one of a quote or an item, Markdig asks for the parent, and it stays.
        if (processor.CurrentChar is not ('-' or '=') || block.Parent is not { } parent || parent.LastChild != block
            || (parent is QuoteBlock or ListItemBlock && block.Column != processor.Column))
            return base.TryContinue(processor, block);

        // The line may make the paragraph a heading, which takes it out of its parent. From one that holds nothing else that is one step.
        parent.RemoveAt(parent.Count - 1);
        var aside = new Aside { block };
        var state = base.TryContinue(processor, block);
        if (block.Parent == aside)
        {
            aside.RemoveAt(0);
            parent.Add(block);
        }

        return state;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (base.Close(processor, block))
            return true;
        if (block.Parent is { } parent && parent.LastChild == block)
            parent.RemoveAt(parent.Count - 1);
        return false;
    }

    private static bool IsDefinition(ReadOnlySpan<char> line) => line.StartsWith('[') && line.Contains("]:", StringComparison.Ordinal);

    private sealed class Aside() : ContainerBlock(parser: null);
}
