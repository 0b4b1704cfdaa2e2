using System.Collections.Immutable;

namespace Press;

/// <summary>
/// What a build knows and saves as it goes on: over the state that it has read or saved last, and no other one, so that a builder that has
/// lost its lock cannot save over what the next one knows.
/// </summary>
/// <param name="store">Keeps it.</param>
/// <param name="state">The state as it is stored.</param>
internal sealed class BuildMemory(StateStore store, StoredState state)
{
    private StoredState _state = state;

    /// <summary>What is known of each source, by the item that holds its receipt.</summary>
    public ChangingMap<KnownSource> Sources { get; } = new(state.Memory.Sources);

    /// <summary>What is known of each public file, by name.</summary>
    public ChangingMap<WrittenFile> Files { get; } = new(state.Memory.Files);

    /// <inheritdoc cref="SiteMemory.IsPartial"/>
    public bool IsPartial { get; set; } = state.Memory.IsPartial;

    /// <inheritdoc cref="SiteMemory.Language"/>
    public string Language { get; set; } = state.Memory.Language;

    /// <inheritdoc cref="SiteMemory.HasJournal"/>
    public bool HasJournal { get; set; } = state.Memory.HasJournal;

    /// <summary>Forgets what is not there any more, and takes what listings show for true.</summary>
    /// <param name="press">The engine's items.</param>
    /// <param name="files">The public files, as a listing has them.</param>
    public void CompareWith(ImmutableSortedDictionary<string, StoredItem> press, PublicContainer files)
    {
        foreach (var (item, _) in Sources.Entries)
        {
            if (!press.ContainsKey(item))
                Sources.Remove(item);
        }

        foreach (var (name, file) in Files.Entries)
        {
            if (files.ETagOf(name) is not { } etag)
                Files.Remove(name);
            else if (files.HashOf(name) == file.Hash && etag != file.ETag)
                Files[name] = file with { ETag = etag };
        }
    }

    /// <summary>Saves it; false if somebody else has done so since, who then has the lock.</summary>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken) =>
        Take(await store.TrySaveAsync(
            new SiteMemory(IsPartial, Language, Sources.ToMap(), Files.ToMap(), HasJournal), _state, renews: false, cancellationToken));

    /// <summary>Deletes what is left of earlier states.</summary>
    /// <inheritdoc cref="SaveAsync"/>
    public async Task<bool> TidyUpAsync(IEnumerable<string> listed, CancellationToken cancellationToken) =>
        Take(await store.TidyUpAsync(_state, listed, cancellationToken));

    private bool Take(StoredState? saved)
    {
        _state = saved ?? _state;
        return saved is not null;
    }
}
