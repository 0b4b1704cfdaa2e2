using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>The engine's state as it lies in a container.</summary>
internal static class State
{
    /// <summary>What the manifest and its parts say now.</summary>
    public static SiteMemory Of(MemoryStore press) =>
        new StateStore(press).ReadAsync(CancellationToken.None).GetAwaiter().GetResult().Memory;

    /// <summary>The catalog that readers find.</summary>
    public static Catalog CatalogOf(MemoryStore press) =>
        new StoredCatalog(press).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>
    /// Whether an item is of the state: what is in it depends on ETags, and is compared by what it says; or a cache, of which the public
    /// files
    /// show whether it is right.
    /// </summary>
    public static bool IsOfIt(string name) =>
        name == EngineItems.Manifest || EngineItems.IsPart(name)
        || name.StartsWith(KeptWords.Folder, StringComparison.Ordinal);

    /// <summary>Compares the parts that there are with those that the manifest names.</summary>
    /// <param name="press">The container.</param>
    /// <param name="mayBeMore">Whether there may be some that a builder left that was cut off: a sweep takes them away.</param>
    /// <exception cref="BrokenPromiseException">There are parts that nobody names, or some are missing.</exception>
    public static void CheckParts(MemoryStore press, bool mayBeMore = false)
    {
        var named = press.Items.TryGetValue(EngineItems.Manifest, out var found) && Manifest.Parse(found.Bytes.Span) is { } manifest
            ? manifest.Items
            : [];
        var there = press.Names.Where(EngineItems.IsPart);
        if (named.Except(there, StringComparer.Ordinal).Any() || (!mayBeMore && there.Except(named, StringComparer.Ordinal).Any()))
            throw new BrokenPromiseException($"The manifest names {string.Join(' ', named)}, and there is {string.Join(' ', there)}.");
    }
}
