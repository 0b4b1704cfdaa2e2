using System.Collections.Immutable;

namespace Press;

/// <summary>An author as <c>_data/authors.yml</c> describes one.</summary>
/// <param name="Name">As bylines, feeds and the index show it.</param>
internal sealed record SiteAuthor(string Name)
{
    /// <summary>A path of the site or an https address; null for none.</summary>
    public string? Picture { get; init; }

    /// <summary>A few sentences of plain text; null for none.</summary>
    public string? Bio { get; init; }

    /// <summary>Where else the author is found.</summary>
    public ImmutableArray<SocialLink> Links { get; init; } = [];
}
