using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Which versions of the items that workers share each worker has seen. Nobody writes over one, or deletes one, that it has not.</summary>
internal sealed class SeenVersions(World world)
{
    private readonly Dictionary<(SimulatedWorker, MemoryStore), Dictionary<string, string>> _seen = [];

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
        if (IsShared(store, name) && Of(worker, store).GetValueOrDefault(name) != before)
            throw new BrokenPromiseException($"{worker} writes over {name}, which has changed since it looked.");
    }

    private bool IsShared(MemoryStore store, string name) =>
        store == world.Public
        || (store == world.Press && (name is EngineItems.Catalog or EngineItems.Memo || name.StartsWith("receipts/", StringComparison.Ordinal) || name.StartsWith("site/", StringComparison.Ordinal)));

    private Dictionary<string, string> Of(SimulatedWorker worker, MemoryStore store)
    {
        if (!_seen.TryGetValue((worker, store), out var seen))
            _seen[(worker, store)] = seen = new(StringComparer.Ordinal);
        return seen;
    }
}
