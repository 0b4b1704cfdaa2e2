using System.Text.RegularExpressions;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>Finds attribute lists, and definitions of them, that have a line to themselves.</summary>
internal sealed partial class AttributeListBlockParser : BlockParser
{
    public AttributeListBlockParser() => OpeningCharacters = ['{'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || !line.StartsWith("{:") || AttributeList.LengthOf(line) != line.Length)
            return BlockState.None;
        var text = line[2..^1].ToString();
        var definition = Definition().Match(text);
        if (AttributeList.Read(definition.Success ? definition.Groups["list"].Value : text) is not { } attributes)
            return BlockState.None;

        processor.NewBlocks.Push(new AttributeListBlock(this)
        {
            Attributes = attributes,
            Name = definition.Success ? definition.Groups["name"].Value : null,
            IsBelowText = IsBelowText(processor),
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        });
        return BlockState.BreakDiscard;
    }

    private static bool IsBelowText(BlockProcessor processor)
    {
        var above = processor.Line.Text.AsSpan(0, Math.Max(0, processor.CurrentLineStartPosition - 1));
        return !above[(above.LastIndexOf('\n') + 1)..].TrimStart(" \t>").IsEmpty;
    }

    [GeneratedRegex("^(?<name>[A-Za-z0-9_][A-Za-z0-9_-]*):(?<list>.+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();
}
