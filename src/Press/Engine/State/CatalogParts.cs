using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Press;

/// <summary>
/// Keeps beside each part of what is known of sources one for readers, with what a catalog has of it. So they load less, and need not
/// load anything where only something changed that concerns the engine.
/// </summary>
/// <param name="press">The engine's container.</param>
/// <param name="parallel">How many requests it makes at a time.</param>
internal sealed class CatalogParts(IStore press, int parallel)
{
    /// <summary>Stands for the part of sources of which readers need nothing.</summary>
    public const string None = "";

    private readonly PartStore<ListedSource> _parts =
        new(press, EngineItems.PartsFolder, ListedSourceJson.Compact.ImmutableArrayKeyValuePairStringListedSource, parallel);

    // Most parts are the same from build to build, and so is what readers need of them.
    private readonly ConditionalWeakTable<MapPart<KnownSource>, string> _hashes = [];

    /// <summary>
    /// The hashes of the parts for readers, one for each part, in order; <see cref="None"/> for one that was not saved yet, too.
    /// </summary>
    public ImmutableArray<string> HashesOf(PartedMap<KnownSource> sources) =>
        [.. sources.Parts.Select(part => _hashes.TryGetValue(part, out var hash) ? hash : None)];

    /// <summary>Takes over what a manifest says of parts that were saved.</summary>
    /// <param name="sources">The parts.</param>
    /// <param name="hashes">As <see cref="HashesOf"/> has them; of another length if an older program wrote the manifest.</param>
    public void Learn(PartedMap<KnownSource> sources, ImmutableArray<string> hashes)
    {
        if (hashes.Length != sources.Parts.Length)
            return;
        foreach (var (part, hash) in sources.Parts.Zip(hashes))
            _hashes.AddOrUpdate(part, hash);
    }

    /// <summary>Saves the parts for readers that are new.</summary>
    public async Task SaveAsync(PartedMap<KnownSource> sources, CancellationToken cancellationToken)
    {
        var made = sources.Parts.Where(part => !_hashes.TryGetValue(part, out _))
            .Select(part => (Of: part, Listed: ListedIn(part))).ToList();
        await _parts.SaveAsync(made.Select(part => part.Listed).Where(part => !part.Entries.IsEmpty), cancellationToken);
        foreach (var (part, listed) in made)
            _hashes.AddOrUpdate(part, listed.Hash ?? None);
    }

    private static MapPart<ListedSource> ListedIn(MapPart<KnownSource> part) =>
        new([
            .. from source in part.Entries
               let listed = ListedSource.Of(source.Value)
               where listed is not null
               select KeyValuePair.Create(source.Key, listed),
        ]);
}
