namespace Press;

/// <summary>The sources of a site as they are now.</summary>
internal interface ISourceFiles
{
    /// <summary>Lists them.</summary>
    /// <exception cref="StoreException">They cannot be listed.</exception>
    Task<SourceListing> ListAsync(CancellationToken cancellationToken);

    /// <summary>Reads one. What cannot be read is a source with a <see cref="Source.Fault"/>.</summary>
    /// <returns>Null if it is gone.</returns>
    ValueTask<Source?> ReadAsync(string name, CancellationToken cancellationToken);
}
