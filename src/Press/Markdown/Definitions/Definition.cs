using Markdig.Extensions.DefinitionLists;
using Markdig.Parsers;

namespace Press;

/// <summary>What a term means, behind the term if it is the first.</summary>
internal sealed class Definition(BlockParser parser) : DefinitionItem(parser)
{
    /// <summary>Whether a blank line stands above, by which its text is a paragraph.</summary>
    public required bool IsLoose { get; init; }

    /// <summary>The column, counted from that of the list, at which its content begins.</summary>
    public required int ContentColumn { get; init; }
}
