namespace Press;

/// <summary>What the engine keeps in its own container besides receipts.</summary>
public static class EngineItems
{
    /// <summary>The catalog: <see cref="StoredCatalog"/>.</summary>
    public const string Catalog = "catalog.json";

    /// <summary>What the last build knew of each source; it spares reading receipts again, and can be deleted at any time.</summary>
    internal const string Memo = "build.json";

    /// <summary>There while something was taken in that no build has looked at yet. Each write gives it another ETag.</summary>
    internal const string Mark = "dirty";

    /// <summary>The pictures that the builder is reading; what a dead one left says what it may have died of.</summary>
    internal const string Journal = "reading.json";

    /// <summary>The lock of the one who reads a source that a worker may have died of.</summary>
    internal const string ReadingLock = "reading";

    /// <summary>The lock of the one who builds.</summary>
    internal const string BuildLock = "build";
}
