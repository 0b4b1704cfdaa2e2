using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>What was read of a source. It can be kept, and spares reading the source again.</summary>
/// <param name="Name">The source's.</param>
/// <param name="ETag">The version that was read.</param>
/// <param name="ReadWith">A hash of the program and the settings with which it was.</param>
/// <param name="Diagnostics">What was found in that version.</param>
internal sealed record SourceFacts(string Name, string ETag, UInt128 ReadWith, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The post, as it was when it was last without errors; null if it never was, or is none.</summary>
    public PostSummary? Post { get; init; }

    /// <summary>
    /// The files of its folder that it includes, and the version of each that was read; null for one that does not exist.
    /// </summary>
    public ImmutableSortedDictionary<string, string?> Parts { get; init; } =
        ImmutableSortedDictionary.Create<string, string?>(StringComparer.Ordinal);

    /// <summary>The file likewise, if it may be published as it is.</summary>
    public AssetSummary? Asset { get; init; }

    /// <summary>Whether an error keeps the version that was read from being published.</summary>
    [JsonIgnore]
    public bool IsFaulty => Diagnostics.Any(found => found.IsError);
}
