using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>TeX within text.</summary>
internal sealed class InlineMath : LeafInline
{
    /// <summary>Without its delimiters and the blanks beside them.</summary>
    public required string Tex { get; init; }
}
