namespace Press;

/// <summary>The sources of a site as they are now.</summary>
internal interface ISourceFiles
{
    /// <summary>All of them, by name (ordinal).</summary>
    /// <exception cref="StoreException">They cannot be listed.</exception>
    Task<IReadOnlyList<SourceItem>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads one. What cannot be read is a source with a <see cref="Source.Fault"/>.</summary>
    /// <returns>Null if it is gone.</returns>
    ValueTask<Source?> ReadAsync(string name, CancellationToken cancellationToken);
}
