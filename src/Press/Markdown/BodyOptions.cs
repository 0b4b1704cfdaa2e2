using System.Collections.Immutable;

namespace Press;

/// <summary>How a body is rendered.</summary>
/// <param name="ExcerptSeparator">The HTML comment that ends the excerpt.</param>
/// <param name="TitleFromHeading">Whether a level-1 heading that opens the body is the title, and so not part of it.</param>
/// <param name="FirstLine">The line of the file on which the body begins.</param>
/// <param name="Links">Brings links to where they lead.</param>
/// <param name="TrustsHtml">Whether the operator trusts authors' HTML.</param>
internal sealed record BodyOptions(string ExcerptSeparator, bool TitleFromHeading, int FirstLine, LinkRewriter Links, bool TrustsHtml)
{
    /// <summary>Whether straight quotes, hyphens and dots of prose become curly quotes, dashes and ellipses.</summary>
    public bool SmartQuotes { get; init; }

    /// <summary>Whether TeX becomes MathML; else it stays as it is, for a script.</summary>
    public bool ConvertsTex { get; init; }

    /// <summary>The levels of headings that a table of contents lists.</summary>
    public ImmutableArray<int> TocLevels { get; init; } = JekyllKeys.AllLevels;

    /// <summary>Whether lists and nested emphasis make the tree that Jekyll's kramdown makes.</summary>
    public bool LikeJekyll { get; init; }
}
