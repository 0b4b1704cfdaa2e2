using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>An attribute list behind a span.</summary>
internal sealed class AttributeListInline : LeafInline
{
    public required AttributeList Attributes { get; init; }

    /// <summary>As it was written.</summary>
    public required string Text { get; init; }
}
