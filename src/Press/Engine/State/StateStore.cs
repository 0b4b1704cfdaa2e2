using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Keeps what the engine knows in its container, and the newest that was seen in memory. First the parts are written that are new, then
/// the manifest that names them: a reader sees one whole state or the next. Those that it does not name any more stay until a sweep, for
/// readers of the state before, and since to delete them would be a third of a build's requests.
/// </summary>
/// <param name="press">The engine's own container.</param>
/// <param name="withFiles">Whether what is known of public files is wanted: readers of the catalog need not read it.</param>
/// <param name="parallel">How many requests it makes at a time.</param>
internal sealed class StateStore(IStore press, bool withFiles = true, int parallel = 16)
{
    // Who reads a state while it is replaced twice has read for very long.
    private const int MostTries = 5;

    private readonly PartStore<KnownSource> _sources =
        new(press, EngineItems.PartsFolder, StateJson.Compact.ImmutableArrayKeyValuePairStringKnownSource, parallel)
        {
            WritesBeside = (part, hash, token) => CatalogParts.WriteAsync(press, part, hash, token),
        };

    private readonly PartStore<WrittenFile> _files =
        new(press, EngineItems.PartsFolder, StateJson.Compact.ImmutableArrayKeyValuePairStringWrittenFile, parallel);

    private volatile StoredState _newest = StoredState.None;

    /// <summary>The state as it is now: one small request if nothing has changed since.</summary>
    /// <exception cref="StoreException">The storage failed.</exception>
    public async Task<StoredState> ReadAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var newest = _newest;
            var answer = await press.ReadAsync(EngineItems.Manifest, newest.ETag, cancellationToken);
            if (answer is ReadAnswer.NotModified)
                return newest;
            if (answer is not ReadAnswer.Found found)
                return _newest = StoredState.None;
            var read = Manifest.Parse(found.Bytes.Span) is { } manifest
                ? await ReadAsync(manifest, newest.Memory, cancellationToken)
                : SiteMemory.Empty;
            // A part that is gone belongs to a state that was replaced meanwhile; else it is lost, and so is all that was known.
            if (read is not null || tries == MostTries)
                return _newest = new StoredState(read ?? SiteMemory.Empty, found.Item.ETag);
        }
    }

    /// <summary>The state as a listing of the container shows it: no request if that is the one that was read last.</summary>
    public async Task<StoredState> ReadAsync(StoredItem? manifest, CancellationToken cancellationToken) =>
        _newest is { ETag: { } etag } newest && manifest?.ETag == etag ? newest : await ReadAsync(cancellationToken);

    /// <summary>
    /// Saves a state over the one that its maker began with, whatever others who share this keeper have read since: a maker that has lost
    /// its lock must not save over what the next one knows.
    /// </summary>
    /// <param name="memory">What is known now.</param>
    /// <param name="over">What its maker began with.</param>
    /// <param name="renews">Whether the manifest is written even if it says the same.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The state as it is stored now; null if somebody else has written one.</returns>
    public async Task<StoredState?> TrySaveAsync(SiteMemory memory, StoredState over, bool renews, CancellationToken cancellationToken)
    {
        var before = ManifestOf(over.Memory);
        await _sources.SaveAsync(memory.Sources.Parts, cancellationToken);
        await _files.SaveAsync(memory.Files.Parts, cancellationToken);
        var manifest = ManifestOf(memory);
        if (!renews
            && over.ETag is not null
            && (manifest.IsPartial, manifest.Language, manifest.HasJournal) == (before.IsPartial, before.Language, before.HasJournal)
            && manifest.Sources.SequenceEqual(before.Sources)
            && manifest.Files.SequenceEqual(before.Files))
            return over;

        var condition = over.ETag is { } etag ? WriteCondition.IfMatch(etag) : WriteCondition.IfAbsent;
        if (await press.WriteAsync(EngineItems.Manifest, manifest.ToContent(), condition, cancellationToken) is not { } written)
            return null;
        return _newest = new StoredState(memory, written) { Left = over.Left.Union(before.Items).Except(manifest.Items) };
    }

    /// <summary>
    /// Deletes the parts that no manifest names: those of earlier states, and what builders left that were cut off. Of a builder that lost
    /// its lock and does not know it one may be about to be named; so the manifest is written first, and that builder is too late.
    /// </summary>
    /// <param name="state">The state that the holder of the lock has saved.</param>
    /// <param name="listed">The items of the container.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The state as it is stored now; null if somebody else has written one.</returns>
    public async Task<StoredState?> TidyUpAsync(StoredState state, IEnumerable<string> listed, CancellationToken cancellationToken)
    {
        var named = ManifestOf(state.Memory).Items.ToHashSet(StringComparer.Ordinal);
        var left = listed.Union(state.Left, StringComparer.Ordinal)
            .Where(item => EngineItems.IsPart(item) ? !named.Contains(item) : EngineItems.OfOlderPrograms.Contains(item))
            .ToList();
        if (left.Count == 0)
            return state;
        if (await TrySaveAsync(state.Memory, state, renews: true, cancellationToken) is not { } saved)
            return null;
        foreach (var item in left)
            await press.DeleteAsync(item, ifMatch: null, cancellationToken);
        return _newest = saved with { Left = [] };
    }

    private static Manifest ManifestOf(SiteMemory memory) =>
        new(
            Manifest.NewestFormat,
            memory.IsPartial,
            memory.Language,
            PartStore<KnownSource>.HashesOf(memory.Sources),
            PartStore<WrittenFile>.HashesOf(memory.Files),
            memory.HasJournal);

    /// <summary>Null if a part is not there.</summary>
    private async Task<SiteMemory?> ReadAsync(Manifest manifest, SiteMemory known, CancellationToken cancellationToken)
    {
        var sources = await _sources.ReadAsync(manifest.Sources, known.Sources, cancellationToken);
        var files = !withFiles ? PartedMap<WrittenFile>.Empty : await _files.ReadAsync(manifest.Files, known.Files, cancellationToken);
        return sources is null || files is null
            ? null
            : new SiteMemory(manifest.IsPartial, manifest.Language, sources, files, manifest.HasJournal);
    }
}

/// <summary>A state as it lies in the container.</summary>
/// <param name="Memory">What it says.</param>
/// <param name="ETag">The manifest's; null if there is none.</param>
internal sealed record StoredState(SiteMemory Memory, string? ETag)
{
    public static StoredState None { get; } = new(SiteMemory.Empty, ETag: null);

    /// <summary>The items of parts of states before it that were not deleted yet, as far as its maker knows of them.</summary>
    public ImmutableHashSet<string> Left { get; init; } = [];
}
