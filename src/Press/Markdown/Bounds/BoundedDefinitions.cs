using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Markdig's paragraphs, with a bound for the link definitions that stand line below line: they are read when their paragraph ends,
/// each from its first line on.
/// </summary>
internal sealed class BoundedDefinitions : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock { Lines: { Count: Limits.Definitions } lines } && lines.Lines.Take(lines.Count).All(line => IsDefinition(line.Slice.AsSpan())))
            throw new TooCostlyException($"more than {Limits.Definitions:N0} link definitions stand line below line. Write a blank line between them here and there.");
        return base.TryContinue(processor, block);
    }

    private static bool IsDefinition(ReadOnlySpan<char> line) => line.StartsWith('[') && line.Contains("]:", StringComparison.Ordinal);
}
