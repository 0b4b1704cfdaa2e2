using System.Collections.Immutable;

namespace Press;

/// <summary>What reading a picture gave.</summary>
/// <param name="Facts">Null if it cannot be read, or says nothing of its size.</param>
/// <param name="Fault">Why it cannot be read, without a full stop; null if it can, and of a kind that Press does not read.</param>
internal sealed record ImageReading(ImageFacts? Facts, string? Fault = null)
{
    /// <summary>The contents of the variants, in their order.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Contents { get; init; } = [];

    /// <summary>Whether the contents are at hand.</summary>
    public bool HasContents => Contents.Length == (Facts?.Variants.Length ?? 0);

    /// <summary>The warning that a fault is to the picture's author.</summary>
    public static Diagnostic Warning(string name, string fault) =>
        new(
            DiagnosticRules.UnreadableImage,
            name,
            TextPosition.Start,
            $"the picture cannot be read: {fault}; it is published as it is, without smaller versions. "
                + "Save it again.");
}
