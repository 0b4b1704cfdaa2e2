using System.Collections.Immutable;

namespace Press;

/// <summary>The sources of a store as they are now. What has not changed since the last time is not read again.</summary>
/// <param name="store">Holds the sources.</param>
/// <param name="outputPrefix">A folder of the store into which the site is written, and which therefore holds no sources; null if it lies elsewhere.</param>
public sealed class SourceInventory(IStore store, string? outputPrefix = null)
{
    private ImmutableDictionary<string, Source> _known = ImmutableDictionary<string, Source>.Empty;

    /// <summary>
    /// Reads what is new or changed, and returns all sources, in the order of their names. What is never published is not read; what
    /// cannot be read is a source with a <see cref="Source.Fault"/>.
    /// </summary>
    /// <param name="progress">Told after each source how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The store or the site's settings cannot be read: without them it would be another site.</exception>
    public async Task<IReadOnlyList<Source>> ReadAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var sources = ImmutableDictionary.CreateBuilder<string, Source>(StringComparer.Ordinal);
        var listing = await store.ListWithStraysAsync("", cancellationToken);
        foreach (var stray in listing.Strays.Where(stray => IsSource(stray.Name)))
            sources[stray.Name] = new Source(stray.Name, default, ETag: "", default) { Fault = StrayItems.FaultOf(stray) };

        foreach (var item in listing.Items.Where(item => IsSource(item.Name)))
        {
            if (await ReadAsync(item, cancellationToken) is { } source)
                sources[item.Name] = source;
            progress?.Report(sources.Count);
        }

        _known = sources.ToImmutable();
        return [.. _known.Values.OrderBy(source => source.Name, StringComparer.Ordinal)];
    }

    private async Task<Source?> ReadAsync(StoredItem item, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(item.Name, out var known) && known.ETag == item.ETag && known.Fault is null)
            return known;
        return await store.ReadUpToAsync(item.Name, AssetReader.MaxBytes, cancellationToken) switch
        {
            ReadAnswer.Found found => Source.Of(found),
            ReadAnswer.TooLong tooLong => Source.Of(tooLong),
            ReadAnswer.Unreadable unreadable when item.Name == SiteSettings.FileName => throw new StoreException(item.Name, StrayItems.FaultOf(unreadable).ToString(), cause: null),
            ReadAnswer.Unreadable unreadable => new Source(item.Name, default, item.ETag, item.Created) { Fault = StrayItems.FaultOf(unreadable) },
            // Gone since it was listed: then it is no source.
            _ => null,
        };
    }

    private bool IsSource(string name) =>
        SourceName.KindOf(name) != SourceKind.Ignored && (outputPrefix is null || !name.StartsWith(outputPrefix, StringComparison.Ordinal));
}
