namespace Press.Testing;

/// <summary>Counts what is asked of a store.</summary>
public sealed class CountingStore(IStore store) : IStore
{
    private int _requests;
    private int _reads;
    private long _writtenBytes;

    /// <summary>All requests.</summary>
    public int Requests => _requests;

    /// <summary>Those of them that read an item.</summary>
    public int Reads => _reads;

    /// <summary>The bytes of all items that were to be written.</summary>
    public long WrittenBytes => _writtenBytes;

    public IAsyncEnumerable<StoredItem> ListAsync(string prefix, CancellationToken cancellationToken) =>
        Counted().ListAsync(prefix, cancellationToken);

    public Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
        Counted().ListWithStraysAsync(prefix, cancellationToken);

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        CountedRead().ReadAsync(name, ifNoneMatch, cancellationToken);

    public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        CountedRead().ReadUpToAsync(name, maxBytes, cancellationToken);

    public Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _writtenBytes, content.Bytes.Length);
        return Counted().WriteAsync(name, content, condition, cancellationToken);
    }

    public Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) =>
        Counted().DeleteAsync(name, ifMatch, cancellationToken);

    public Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken) =>
        Counted().TryLockAsync(name, cancellationToken);

    private IStore CountedRead()
    {
        Interlocked.Increment(ref _reads);
        return Counted();
    }

    private IStore Counted()
    {
        Interlocked.Increment(ref _requests);
        return store;
    }
}
