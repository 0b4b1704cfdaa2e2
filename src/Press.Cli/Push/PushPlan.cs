using System.Collections.Immutable;

namespace Press.Cli.Push;

/// <summary>What a push is to do. Nothing has been done yet.</summary>
internal sealed record PushPlan
{
    /// <summary>Files that differ from what is in the storage, or are not there, by name (ordinal).</summary>
    public required ImmutableArray<Upload> Changed { get; init; }

    /// <summary>Files that are in the storage as they are in the folder, each with the ETag that it has there.</summary>
    public required ImmutableArray<Upload> Unchanged { get; init; }

    /// <summary>Files that are not pushed: longer than Press takes, or not readable. What the storage has of them stays.</summary>
    public required ImmutableArray<Source> Refused { get; init; }

    /// <summary>
    /// Files of the storage that the folder does not have, by name (ordinal), but for drafts and dot-files: no push brings them.
    /// </summary>
    public required ImmutableArray<StoredFile> Others { get; init; }

    /// <summary>How many files the storage has, less drafts and dot-files.</summary>
    public required int StoredCount { get; init; }

    /// <summary>Whether the folder has a post.</summary>
    public required bool HasPosts { get; init; }
}
