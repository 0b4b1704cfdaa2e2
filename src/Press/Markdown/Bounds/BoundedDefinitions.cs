using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>
/// Markdig's paragraphs, with a bound for the link definitions that stand line below line: they are read when their paragraph ends,
/// each from its first line on. A paragraph of definitions alone may end behind any of them.
/// </summary>
internal sealed class BoundedDefinitions : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (block is ParagraphBlock { Lines: { Count: > 0 } lines } && lines.Count % Limits.Definitions == 0 && processor.CurrentChar == '[')
        {
            for (var line = 0; line < lines.Count && IsDefinition(lines.Lines[line].Slice.AsSpan()); line++)
            {
                if (line == lines.Count - 1)
                    return BlockState.None;
            }
        }

        return base.TryContinue(processor, block);
    }

    private static bool IsDefinition(ReadOnlySpan<char> line) => line.StartsWith('[') && line.Contains("]:", StringComparison.Ordinal);
}
