namespace Press;

/// <summary>
/// A place that keeps named items: a blob container or a folder. Names are slash-separated, ordinal, case-sensitive
/// and in Unicode NFC; a name that <see cref="StoreName.IsValid"/> refuses is an <see cref="ArgumentException"/>.
/// </summary>
/// <remarks>
/// A condition that does not hold and an item that is not there are answers, not exceptions. A fault of the storage
/// itself is a <see cref="StoreException"/>. A reader sees an item whole, as it was before a write or after it.
/// </remarks>
public interface IStore
{
    /// <summary>Every item whose name begins with <paramref name="prefix"/> (empty: all), in ordinal order of names.</summary>
    IAsyncEnumerable<StoredItem> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Every item whose name begins with <paramref name="prefix"/>, and what cannot be one.</summary>
    async Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
        new(await ListAsync(prefix, cancellationToken).ToListAsync(cancellationToken), []);

    /// <summary>Reads one item whole.</summary>
    /// <param name="name">The item's name.</param>
    /// <param name="ifNoneMatch">The ETag of a copy that the caller already has; null to read in any case.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken);

    /// <summary>
    /// Reads one item whole unless it is longer than this: then the answer is <see cref="ReadAnswer.TooLong"/>, without its content.
    /// </summary>
    Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken);

    /// <summary>Writes one item whole, or nothing of it.</summary>
    /// <returns>The new ETag, or null if <paramref name="condition"/> did not hold; then nothing was written.</returns>
    Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken);

    /// <summary>Deletes one item.</summary>
    /// <param name="name">The item's name.</param>
    /// <param name="ifMatch">Delete only what has this ETag; null to delete whatever is there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True if the item is gone, also if it was not there; false if its ETag was another one.</returns>
    Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken);

    /// <summary>Takes the lock of this name, which one holder has at a time, over processes too.</summary>
    /// <returns>The lock, released by disposing it, or null if somebody else holds it. It does not wait.</returns>
    Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken);
}

/// <summary>
/// A lock that is held. Disposing it releases it, or throws a <see cref="StoreException"/> if it may be held on for a while.
/// </summary>
public interface IStoreLock : IAsyncDisposable
{
    /// <summary>Cancelled when the lock is lost before it was released: its holder was out of reach of the storage for too long.</summary>
    CancellationToken Lost { get; }
}
