using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>TeX that stands alone.</summary>
internal sealed class DisplayMath(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>Without its delimiters and the blanks beside them.</summary>
    public string Tex => Lines.ToString().Trim()[2..^2].Trim();

    /// <inheritdoc cref="InlineMath.Place"/>
    public string? Place { get; set; }
}
