using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>An attribute list on a line of its own.</summary>
internal sealed class AttributeListBlock(BlockParser parser) : LeafBlock(parser)
{
    public required AttributeList Attributes { get; init; }

    /// <summary>The name under which the list is defined; null if it is for a block.</summary>
    public string? Name { get; init; }

    /// <summary>Whether no blank line stands between it and what is above.</summary>
    public required bool IsBelowText { get; init; }
}
