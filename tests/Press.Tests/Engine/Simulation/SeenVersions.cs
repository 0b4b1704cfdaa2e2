using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>
/// Which versions of the items that workers share each worker has seen. Nobody writes over one, or deletes one, that it has not.
/// </summary>
internal sealed class SeenVersions(World world)
{
    private readonly Dictionary<(SimulatedWorker, MemoryStore), Dictionary<string, string>> _seen = [];

    // What the state says that a worker has read last.
    private readonly Dictionary<SimulatedWorker, SiteMemory> _told = [];

    public void ReadState(SimulatedWorker worker) => _told[worker] = State.Of(world.Press);

    public void Listed(SimulatedWorker worker, MemoryStore store, IEnumerable<StoredItem> items, string prefix)
    {
        var seen = Of(worker, store);
        foreach (var gone in seen.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList())
            seen.Remove(gone);
        foreach (var item in items)
            seen[item.Name] = item.ETag;
    }

    public void Saw(SimulatedWorker worker, MemoryStore store, string name, string? etag)
    {
        if (etag is null)
            Of(worker, store).Remove(name);
        else
            Of(worker, store)[name] = etag;
    }

    /// <exception cref="BrokenPromiseException">The worker changes something that it does not know.</exception>
    public void Check(SimulatedWorker worker, MemoryStore store, string name, string? before)
    {
        if (IsShared(store, name) && Of(worker, store).GetValueOrDefault(name) != before && Told(worker, store, name) != before)
            throw new BrokenPromiseException($"{worker} writes over {name}, which has changed since it looked.");
    }

    private bool IsShared(MemoryStore store, string name) =>
        store == world.Public
        || (store == world.Press
            && (name == EngineItems.Manifest
                || name.StartsWith("receipts/", StringComparison.Ordinal)
                || name.StartsWith("site/", StringComparison.Ordinal)));

    private string? Told(SimulatedWorker worker, MemoryStore store, string name) => !_told.TryGetValue(worker, out var state) ? null
        : store == world.Public ? state.Files.Find(name)?.ETag : state.Sources.Find(name)?.ReceiptETag;

    private Dictionary<string, string> Of(SimulatedWorker worker, MemoryStore store)
    {
        if (!_seen.TryGetValue((worker, store), out var seen))
            _seen[(worker, store)] = seen = new(StringComparer.Ordinal);
        return seen;
    }
}
