namespace Press.Http;

/// <summary>Reads what the engine has published from its container: one small request for any number of questions within the cache time.</summary>
/// <param name="press">The engine's container.</param>
/// <param name="cacheTime">How long a catalog is taken for the newest without asking.</param>
/// <param name="clock">Measures that time.</param>
public sealed class StoredCatalogReader(IStore press, TimeSpan cacheTime, TimeProvider clock) : ICatalogReader, IDisposable
{
    private readonly ReceiptFolder _receipts = ReceiptFolder.OfPosts(press);
    private readonly SemaphoreSlim _asking = new(1);
    private volatile Kept? _kept;

    public async ValueTask<Catalog> GetCatalogAsync(CancellationToken cancellationToken)
    {
        if (_kept is { } fresh && IsFresh(fresh))
            return fresh.Catalog;

        // Who comes while one asks waits for that answer.
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_kept is not { } kept || !IsFresh(kept))
                _kept = kept = await AskAsync(_kept, cancellationToken);
            return kept.Catalog;
        }
        finally
        {
            _asking.Release();
        }
    }

    public async ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) =>
        (await _receipts.FindAsync(entry.Source, cancellationToken))?.Html;

    public void Dispose() => _asking.Dispose();

    private bool IsFresh(Kept kept) => clock.GetElapsedTime(kept.Asked) < cacheTime;

    private async Task<Kept> AskAsync(Kept? before, CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        return await press.ReadAsync(EngineItems.Catalog, before?.ETag, cancellationToken) switch
        {
            ReadAnswer.Found found => new Kept(StoredCatalog.Read(found.Bytes.Span), found.Item.ETag, asked),
            ReadAnswer.NotModified when before is not null => before with { Asked = asked },
            // Nothing has been published yet.
            _ => new Kept(Catalog.Empty, ETag: null, asked),
        };
    }

    private sealed record Kept(Catalog Catalog, string? ETag, long Asked);
}
