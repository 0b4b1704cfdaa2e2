using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>A container as workers see it: each request waits for its turn, and may meet a fault.</summary>
internal sealed class SimulatedStore(World world, MemoryStore store) : IStore
{
    public async IAsyncEnumerable<StoredItem> ListAsync(string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in await SimulatedWorker.Caller.RequestAsync(() => store.Items.Values.Select(found => found.Item).Where(item => item.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        SimulatedWorker.Caller.RequestAsync(() => store.ReadAsync(name, ifNoneMatch, CancellationToken.None).GetAwaiter().GetResult());

    public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        SimulatedWorker.Caller.RequestAsync(() => store.ReadUpToAsync(name, maxBytes, CancellationToken.None).GetAwaiter().GetResult());

    public Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        return worker.RequestAsync(() => world.Write(worker, store, name, content, condition), condition == WriteCondition.Always ? null : () => null);
    }

    public Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        return worker.RequestAsync(() => world.Delete(worker, store, name, ifMatch), ifMatch is null ? null : () => false);
    }

    public async Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        var lease = await worker.RequestAsync(() => world.TryLease(worker, name));
        return lease is null ? null : new Held(world, worker, lease);
    }

    private sealed class Held(World world, SimulatedWorker worker, SimulatedLease lease) : IStoreLock
    {
        public CancellationToken Lost => lease.Lost;

        public async ValueTask DisposeAsync()
        {
            if (!worker.IsDead)
                await worker.RequestAsync(() => world.Release(lease));
        }
    }
}

/// <summary>The lease of the one who builds.</summary>
internal sealed class SimulatedLease(SimulatedWorker holder, string name)
{
    private readonly CancellationTokenSource _lost = new();

    public SimulatedWorker Holder => holder;

    public string Name => name;

    public CancellationToken Lost => _lost.Token;

    public void TellThatLost() => _lost.Cancel();
}
