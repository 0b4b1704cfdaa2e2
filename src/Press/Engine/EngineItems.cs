using System.Collections.Immutable;

namespace Press;

/// <summary>What the engine keeps in its own container besides receipts.</summary>
public static class EngineItems
{
    /// <summary>The state of the site that readers see: it names the parts of the catalog.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>The parts that manifests name, each by a hash of its content.</summary>
    internal const string PartsFolder = "parts/";

    /// <summary>What readers of the catalog need of the parts that tell of sources, each under the hash of its part.</summary>
    internal const string CatalogFolder = "catalog/";

    /// <summary>A mark for each source that was taken in and that no build has looked at yet.</summary>
    internal const string MarksFolder = "marks/";

    /// <summary>The pictures that the builder is reading; what a dead one left says what it may have died of.</summary>
    internal const string Journal = "reading.json";

    /// <summary>The lock of the one who reads a source that a worker may have died of.</summary>
    internal const string ReadingLock = "reading";

    /// <summary>The lock of the one who builds.</summary>
    internal const string BuildLock = "build";

    /// <summary>The whole catalog, as older programs wrote it. It is read as long as there is no manifest.</summary>
    internal const string OldCatalog = "catalog.json";

    /// <summary>What older programs kept, and nobody needs once there is a manifest.</summary>
    internal static ImmutableArray<string> OfOlderPrograms { get; } = [OldCatalog, "build.json", "dirty"];

    /// <summary>Whether an item is a part, or what readers need of one.</summary>
    internal static bool IsPart(string item) =>
        item.StartsWith(PartsFolder, StringComparison.Ordinal) || item.StartsWith(CatalogFolder, StringComparison.Ordinal);
}
