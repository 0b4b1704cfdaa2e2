using System.Collections.Immutable;

namespace Press;

/// <summary>Reads posts together with the files that they include from their folders.</summary>
/// <param name="readAsync">Reads such a file by its name.</param>
internal sealed class PartedReading(Func<string, CancellationToken, ValueTask<SourcePart>> readAsync)
{
    // A file that names others by variables is found in a second look, and what these name in a third.
    private const int MaxLooks = 8;

    /// <summary>Those of a folder or a container.</summary>
    public static PartedReading From(ISourceFiles files) => new(async (name, cancellationToken) =>
        await files.ReadAsync(name, cancellationToken) is { Fault: null } found
            ? SourcePart.Of(name, found.Length, found.Bytes.Span) with { ETag = found.ETag }
            : SourcePart.None);

    /// <summary>Those of a store.</summary>
    public static PartedReading From(IStore sources) => new(async (name, cancellationToken) =>
        await sources.ReadUpToAsync(name, SourcePart.MaxBytes, cancellationToken) switch
        {
            ReadAnswer.Found found => SourcePart.Of(name, found.Bytes.Length, found.Bytes.Span),
            ReadAnswer.TooLong => SourcePart.Of(name, long.MaxValue, []),
            _ => SourcePart.None,
        });

    /// <summary>Reads a post.</summary>
    public async ValueTask<PostReading> ReadAsync(PostReader reader, Source source, CancellationToken cancellationToken)
    {
        var reading = reader.Read(source);
        for (var look = 1; look < MaxLooks && !reading.WantedParts.IsEmpty; look++)
            reading = reader.Read(await WithPartsAsync(reading.Source, reading.WantedParts, cancellationToken));
        return reading.WantedParts.IsEmpty ? reading : reader.Read(reading.Source with { HasAllParts = true });
    }

    /// <summary>A source with the parts that it was read with before.</summary>
    public async ValueTask<Source> WithPartsAsync(Source source, ImmutableArray<string> names, CancellationToken cancellationToken)
    {
        var parts = source.Parts;
        foreach (var name in names)
            parts = parts.SetItem(name, await readAsync(name, cancellationToken));
        return source with { Parts = parts };
    }
}
