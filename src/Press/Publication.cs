using System.Collections.Immutable;

namespace Press;

/// <summary>A whole site, made but not yet written anywhere.</summary>
public sealed record Publication
{
    /// <summary>The name of the public file that a web server shows where it finds nothing.</summary>
    public const string NotFoundFile = GeneratedName.NotFound;

    /// <summary>What the pages were made with.</summary>
    public required Site Site { get; init; }

    /// <summary>Every public file by its name.</summary>
    public required ImmutableSortedDictionary<string, PublicFile> Files { get; init; }

    /// <summary>The public posts by the path of their page.</summary>
    public required ImmutableDictionary<string, Post> Posts { get; init; }

    public required Catalog Catalog { get; init; }

    /// <summary>All that was found, by file (ordinal), then in the order of the file.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>The layouts that failed, as the receipts of the posts say it for which they did.</summary>
    internal ImmutableArray<Diagnostic> LayoutFaultsOfPosts { get; init; } = [];

    /// <summary>
    /// The sources that cannot be read, or not be published by themselves; what they were published as before should stay. One that lost
    /// its URL to another is none of them.
    /// </summary>
    public required ImmutableHashSet<string> FailedSources { get; init; }
}
