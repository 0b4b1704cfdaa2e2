using Press.Testing;

namespace Press.Benchmarks;

/// <summary>Counts requests, and the bytes that are written.</summary>
internal sealed class MeteredStore(IStore store) : DelegatingStore(store)
{
    private int _requests;
    private long _written;

    public int Requests => _requests;

    public long WrittenBytes => _written;

    public override IAsyncEnumerable<StoredItem> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        Count();
        return base.ListAsync(prefix, cancellationToken);
    }

    public override Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken)
    {
        Count();
        return base.ListWithStraysAsync(prefix, cancellationToken);
    }

    public override Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        Count();
        return base.ReadAsync(name, ifNoneMatch, cancellationToken);
    }

    public override Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken)
    {
        Count();
        return base.ReadUpToAsync(name, maxBytes, cancellationToken);
    }

    public override Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        Count();
        Interlocked.Add(ref _written, content.Bytes.Length);
        return base.WriteAsync(name, content, condition, cancellationToken);
    }

    public override Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        Count();
        return base.DeleteAsync(name, ifMatch, cancellationToken);
    }

    public override Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        Count();
        return base.TryLockAsync(name, cancellationToken);
    }

    private void Count() => Interlocked.Increment(ref _requests);
}
