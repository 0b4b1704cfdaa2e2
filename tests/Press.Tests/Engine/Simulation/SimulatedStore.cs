using System.Runtime.CompilerServices;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>A container as workers see it: each request waits for its turn, and may meet a fault.</summary>
internal sealed class SimulatedStore(World world, MemoryStore store) : IStore
{
    private string Container => world.NameOf(store);

    public async IAsyncEnumerable<StoredItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        foreach (var item in await worker.RequestAsync($"lists {Container}/{prefix}", () => world.List(worker, store, prefix)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        return worker.RequestAsync(
            $"reads {Container}/{name}",
            () => world.Read(worker, store, name, store.ReadAsync(name, ifNoneMatch, CancellationToken.None).GetAwaiter().GetResult()));
    }

    public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        return worker.RequestAsync(
            $"reads {Container}/{name}",
            () => world.Read(worker, store, name, store.ReadUpToAsync(name, maxBytes, CancellationToken.None).GetAwaiter().GetResult()));
    }

    public Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        return worker.RequestAsync(
            $"writes {Container}/{name}",
            () => world.Write(worker, store, name, content, condition),
            condition == WriteCondition.Always ? null : () => null);
    }

    public Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        return worker.RequestAsync(
            $"deletes {Container}/{name}", () => world.Delete(worker, store, name, ifMatch), ifMatch is null ? null : () => false);
    }

    public async Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        var worker = SimulatedWorker.Caller;
        var lease = await worker.RequestAsync($"wants the lease '{name}'", () => world.TryLease(worker, name));
        return lease is null ? null : new Held(world, worker, lease);
    }

    private sealed class Held(World world, SimulatedWorker worker, SimulatedLease lease) : IStoreLock
    {
        public CancellationToken Lost => lease.Lost;

        public async ValueTask DisposeAsync()
        {
            if (!worker.IsDead)
                await worker.RequestAsync($"releases the lease '{lease.Name}'", () => world.Release(lease));
        }
    }
}

/// <summary>A lease, which one worker has at a time.</summary>
internal sealed class SimulatedLease(SimulatedWorker holder, string name)
{
    private readonly CancellationTokenSource _lost = new();

    public SimulatedWorker Holder => holder;

    public string Name => name;

    public CancellationToken Lost => _lost.Token;

    public void TellThatLost() => _lost.Cancel();
}
