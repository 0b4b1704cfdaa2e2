using Microsoft.Extensions.Logging;

namespace Press.Http;

/// <summary>
/// Reads what the engine has published from its container: one small request for any number of questions within the cache time.
/// </summary>
/// <remarks>
/// Where the storage does not answer, the last catalog that was read does. A request to the storage is not ended by those who stop waiting
/// for it: the next one may find its answer.
/// </remarks>
/// <param name="press">The engine's container.</param>
/// <param name="everybody">The public container, which has the index of words.</param>
/// <param name="cacheTime">How long a catalog is taken for the newest without asking.</param>
/// <param name="clock">Measures that time.</param>
/// <param name="log">Gets a warning for each request to the storage that failed; null for none.</param>
public sealed class StoredCatalogReader(
    IStore press, IStore everybody, TimeSpan cacheTime, TimeProvider clock, ILogger<StoredCatalogReader>? log = null)
    : ICatalogReader
{
    // A storage that has just failed is left alone for this long, as long as there is a catalog to answer from.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    // A request that takes longer than this is not waited for, as long as there is a catalog to answer from.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly ReceiptFolder _receipts = ReceiptFolder.OfPosts(press);
    private readonly StoredCatalog _catalog = new(press);
    private readonly PostSearch _search = PostSearch.In(everybody);
    private readonly Lock _gate = new();
    private volatile Kept? _kept;
    private Request? _request;

    public Catalog? Fresh => _kept is { } kept && clock.GetElapsedTime(kept.Asked) < cacheTime ? kept.Catalog : null;

    public async ValueTask<CatalogReading> GetCatalogAsync(CancellationToken cancellationToken)
    {
        if (Fresh is { } fresh)
            return new CatalogReading(fresh);
        var before = _kept;

        var request = AskOnce(mayRest: before is not null);
        if (before is not null && IsGivenUp(request))
            return before.ToReading(clock);

        try
        {
            var patience = before is null ? Timeout.InfiniteTimeSpan : Slow;
            return new CatalogReading((await request.Answer.WaitAsync(patience, clock, cancellationToken)).Catalog);
        }
        catch (Exception fault) when (before is not null && fault is StoreException or TimeoutException or OperationCanceledException)
        {
            return before!.ToReading(clock);
        }
    }

    public ValueTask<IReadOnlySet<string>?> FindTextAsync(
        Catalog catalog, string text, string? language, CancellationToken cancellationToken) =>
        _search.FindAsync(catalog, text, language, cancellationToken);

    public async ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) =>
        (await _receipts.FindAsync(entry.Source, cancellationToken))?.Html;

    /// <summary>Concurrent callers share one request.</summary>
    /// <param name="mayRest">Whether a request that has just failed is enough.</param>
    private Request AskOnce(bool mayRest)
    {
        lock (_gate)
        {
            var isDone = _request is null || (_request.Answer.IsCompleted && !(mayRest && _request.Answer.IsFaulted && IsRecent(_request)));
            if (isDone)
                _request = new Request(AskAsync(hasOne: _kept is not null), clock.GetTimestamp());
            return _request!;
        }
    }

    private bool IsGivenUp(Request request) =>
        request.Answer.IsFaulted || (!request.Answer.IsCompleted && clock.GetElapsedTime(request.Began) >= Slow);

    private bool IsRecent(Request request) => clock.GetElapsedTime(request.Began) < Rest;

    private async Task<Kept> AskAsync(bool hasOne)
    {
        // Nothing of it may run within the lock of the first caller.
        await Task.Yield();
        var asked = clock.GetTimestamp();
        try
        {
            return _kept = new Kept(await _catalog.ReadAsync(CancellationToken.None), asked);
        }
        catch (StoreException fault)
        {
            log?.CatalogNotRead(fault, hasOne ? "the last one answers" : "there is none to answer from");
            throw;
        }
    }

    private sealed record Kept(Catalog Catalog, long Asked)
    {
        public CatalogReading ToReading(TimeProvider clock) => new(Catalog, clock.GetElapsedTime(Asked));
    }

    private sealed record Request(Task<Kept> Answer, long Began);
}
