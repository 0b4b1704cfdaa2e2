namespace Press.Testing;

/// <summary>A store that passes everything on to another; a test changes what it needs.</summary>
public abstract class DelegatingStore(IStore store) : IStore
{
    public virtual IAsyncEnumerable<StoredItem> ListAsync(string prefix, CancellationToken cancellationToken) =>
        store.ListAsync(prefix, cancellationToken);

    public virtual Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
        store.ListWithStraysAsync(prefix, cancellationToken);

    public virtual Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        store.ReadAsync(name, ifNoneMatch, cancellationToken);

    public virtual Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        store.ReadUpToAsync(name, maxBytes, cancellationToken);

    public virtual Task<string?> WriteAsync(
        string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
        store.WriteAsync(name, content, condition, cancellationToken);

    public virtual Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) =>
        store.DeleteAsync(name, ifMatch, cancellationToken);

    public virtual Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken) =>
        store.TryLockAsync(name, cancellationToken);
}
