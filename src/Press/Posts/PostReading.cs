using System.Collections.Immutable;

namespace Press;

/// <summary>What reading a source gave.</summary>
/// <param name="Source">The source that was read.</param>
/// <param name="Post">Null if an error keeps it from being published.</param>
/// <param name="Diagnostics">All that was found, in the order of the file.</param>
public sealed record PostReading(Source Source, Post? Post, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether it has Liquid that was rendered, whether or not it can be published.</summary>
    internal bool HasLiquid { get; init; }

    /// <summary>
    /// The files in the source's folder that it includes, and without which it cannot be read. Then this is no reading yet.
    /// </summary>
    internal ImmutableArray<string> WantedParts { get; init; } = [];

    /// <summary>The names of the files of its folder that it was made with, whether or not they exist.</summary>
    internal ImmutableArray<string> Parts => [.. Source.Parts.Keys];
}
