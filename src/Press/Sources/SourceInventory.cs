using System.Collections.Immutable;

namespace Press;

/// <summary>The sources of a store as they are now. What has not changed since the last time is not read again.</summary>
/// <param name="store">Holds the sources.</param>
/// <param name="outputPrefix">A folder of the store into which the site is written, and which therefore holds no sources; null if it lies elsewhere.</param>
public sealed class SourceInventory(IStore store, string? outputPrefix = null)
{
    private ImmutableDictionary<string, Source> _known = ImmutableDictionary<string, Source>.Empty;

    /// <summary>Reads what is new or changed, and tells of all sources, in the order of their names. What is never published is not read.</summary>
    /// <param name="progress">Told after each source how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Source>> ReadAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var sources = ImmutableDictionary.CreateBuilder<string, Source>(StringComparer.Ordinal);
        await foreach (var item in store.ListAsync("", cancellationToken))
        {
            if (SourceName.KindOf(item.Name) == SourceKind.Ignored || IsOutput(item.Name))
                continue;
            if (await ReadAsync(item, cancellationToken) is { } source)
                sources[item.Name] = source;
            progress?.Report(sources.Count);
        }

        _known = sources.ToImmutable();
        return [.. _known.Values.OrderBy(source => source.Name, StringComparer.Ordinal)];
    }

    private async Task<Source?> ReadAsync(StoredItem item, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(item.Name, out var known) && known.ETag == item.ETag)
            return known;
        // Gone since it was listed: then it is no source.
        return await store.ReadUpToAsync(item.Name, AssetReader.MaxBytes, cancellationToken) switch
        {
            ReadAnswer.Found found => Source.Of(found),
            ReadAnswer.TooLong tooLong => Source.Of(tooLong),
            _ => null,
        };
    }

    private bool IsOutput(string name) => outputPrefix is not null && name.StartsWith(outputPrefix, StringComparison.Ordinal);
}
