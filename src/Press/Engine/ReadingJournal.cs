using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Press;

/// <summary>
/// Says which pictures the builder is reading. What a dead builder left in it is read last and one at a time, and what two builders died
/// of is not read any more. Only the holder of the build's lock writes it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore has nothing to dispose of unless somebody asks for its wait handle.")]
internal sealed class ReadingJournal
{
    private readonly IStore _press;
    private readonly EngineWorker _worker;
    private readonly ConcurrentDictionary<string, JournalEntry> _entries;
    private readonly SemaphoreSlim _writing = new(1);
    private bool _exists;

    private ReadingJournal(IStore press, EngineWorker worker, IEnumerable<JournalEntry> entries, bool exists)
    {
        (_press, _worker, _exists) = (press, worker, exists);
        _entries = new(entries.Select(entry => KeyValuePair.Create(entry.Source, entry)), StringComparer.Ordinal);
    }

    /// <summary>Whether it lies in the container, or is about to.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Opens it.</summary>
    /// <param name="press">The engine's own container.</param>
    /// <param name="worker">Who builds now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<ReadingJournal> OpenAsync(IStore press, EngineWorker worker, CancellationToken cancellationToken)
    {
        var found = await press.ReadAsync(EngineItems.Journal, ifNoneMatch: null, cancellationToken) as ReadAnswer.Found;
        return new ReadingJournal(press, worker, found is null ? [] : Parse(found.Bytes.Span), exists: found is not null);
    }

    /// <summary>Forgets all versions but these: what was read after all, or is gone.</summary>
    public void KeepOnly(IEnumerable<(string Source, string? ETag)> versions)
    {
        var kept = versions.ToHashSet();
        foreach (var entry in _entries.Values.Where(entry => !kept.Contains((entry.Source, entry.ETag))))
            End(entry.Source);
    }

    /// <summary>How many builders did not end when they read this version.</summary>
    public int DeathsOf(string source, string? etag) =>
        _entries.TryGetValue(source, out var entry) && entry.ETag == etag ? _worker.DeathsOf(entry.Mark) : 0;

    /// <summary>Says that a version is being read, before it is.</summary>
    public Task BeginAsync(string source, string etag, CancellationToken cancellationToken)
    {
        _entries[source] = new JournalEntry(source, etag, _worker.Mark(DeathsOf(source, etag)));
        return WriteAsync(cancellationToken);
    }

    /// <summary>It was read. The next writing says so.</summary>
    public void End(string source) => _entries.TryRemove(source, out _);

    /// <summary>Reading it ended in a way that nobody has thought of: as if the builder had died.</summary>
    public void Die(string source) => _entries[source] = _entries[source] with { Mark = _entries[source].Mark with { By = "" } };

    /// <summary>Leaves in it what still has to be read with care, and nothing else.</summary>
    public async Task CloseAsync()
    {
        foreach (var entry in _entries.Values.Where(entry => _worker.IsOwn(entry.Mark)))
            End(entry.Source);
        // The builder may be ending because it was told to: this is no time to be cut off.
        IsOpen = !_entries.IsEmpty;
        if (IsOpen)
            await WriteAsync(CancellationToken.None);
        else if (_exists)
            await _press.DeleteAsync(EngineItems.Journal, ifMatch: null, CancellationToken.None);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            _exists = true;
            await _press.WriteAsync(EngineItems.Journal, ToContent(_entries.Values), WriteCondition.Always, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    internal static StoreContent ToContent(IEnumerable<JournalEntry> entries) =>
        new(
            JsonSerializer.SerializeToUtf8Bytes(
                [.. entries.OrderBy(entry => entry.Source, StringComparer.Ordinal)], StateJson.Compact.ImmutableArrayJournalEntry),
            "application/json");

    private static ImmutableArray<JournalEntry> Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, StateJson.Compact.ImmutableArrayJournalEntry) is { IsDefault: false } entries
                ? entries
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>A version of a picture that is being read.</summary>
internal sealed record JournalEntry(string Source, string ETag, ReadingMark Mark);
