using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>What stood between <c>{::comment}</c> and <c>{:/comment}</c>. It holds nothing of it.</summary>
internal sealed class HiddenNote(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>Whether its end was found; if not, nobody knows what of the rest the author meant to hide.</summary>
    public bool IsEnded { get; set; }
}

/// <summary>A <see cref="HiddenNote"/> within text.</summary>
internal sealed class HiddenText : LeafInline
{
    /// <inheritdoc cref="HiddenNote.IsEnded"/>
    public required bool IsEnded { get; init; }
}
