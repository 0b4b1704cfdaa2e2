namespace Press;

/// <summary>Sources that are in memory.</summary>
internal sealed class MemorySources : ISourceFiles
{
    private Dictionary<string, Source> _sources = [];

    /// <summary>Takes these in the place of those before.</summary>
    public void Replace(IEnumerable<Source> sources) => _sources = sources.ToDictionary(source => source.Name, StringComparer.Ordinal);

    public Task<SourceListing> ListAsync(CancellationToken cancellationToken)
    {
        var inOrder = _sources.Values.OrderBy(source => source.Name, StringComparer.Ordinal);
        return Task.FromResult(new SourceListing(
            [.. inOrder.Select(source => new SourceItem(source.Name, source.ETag, source.Length, source.Created, source.Fault))]));
    }

    public ValueTask<Source?> ReadAsync(string name, CancellationToken cancellationToken) => new(_sources.GetValueOrDefault(name));
}
