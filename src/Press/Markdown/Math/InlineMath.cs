using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>TeX within text.</summary>
internal sealed class InlineMath : LeafInline
{
    /// <summary>Without its delimiters and the blanks beside them.</summary>
    public required string Tex { get; init; }

    /// <summary>The word in whose place the formula will stand; null if a script shows the TeX.</summary>
    public string? Place { get; set; }
}
