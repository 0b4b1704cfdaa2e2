using System.Collections.Immutable;

namespace Press;

/// <summary>The rendered body of a post.</summary>
internal sealed record PostBody
{
    /// <summary>A body without anything.</summary>
    public static PostBody Empty { get; } = new()
    {
        Html = "",
        ExcerptHtml = "",
        ExcerptText = "",
        Headings = [],
        HasMath = false,
        Length = TextLength.Of(""),
    };

    /// <summary>The text of the first heading, if it was asked for and is there.</summary>
    public string? Title { get; init; }

    public required string Html { get; init; }

    public required string ExcerptHtml { get; init; }

    public required string ExcerptText { get; init; }

    public required ImmutableArray<Heading> Headings { get; init; }

    /// <summary>Whether TeX stands in it.</summary>
    public required bool HasMath { get; init; }

    public required TextLength Length { get; init; }
}

/// <summary>A heading of a post, for its table of contents.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Id">Unique in the post.</param>
/// <param name="Text">Without markup.</param>
public sealed record Heading(int Level, string Id, string Text);
