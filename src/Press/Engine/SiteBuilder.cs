namespace Press;

/// <summary>Builds the site from the receipts. Of all workers one does so at a time; the others leave a mark for it.</summary>
internal sealed class SiteBuilder(
    SiteStores stores, SourceIntake posts, SourceIntake site, EngineWorker worker, TimeProvider clock, bool trustsHtml, BuildLimits limits)
{
    // Who is disturbed that often is not disturbed by another build, which would have the lock.
    private const int MostPasses = 10;

    private readonly BuildTools _tools = new(stores, posts, new SiteFiles(site), new FeedPosts(), new MemoKeeper(stores.Press), worker, trustsHtml, limits);

    /// <summary>Says that something was taken in. It comes before the try for the lock: whoever has the lock then looks again.</summary>
    public Task MarkAsync(CancellationToken cancellationToken) =>
        stores.Press.WriteAsync(EngineItems.Mark, new StoreContent(Array.Empty<byte>(), "application/octet-stream"), WriteCondition.Always, cancellationToken);

    /// <summary>Whether something was taken in that no build has looked at yet.</summary>
    public async Task<bool> IsMarkedAsync(CancellationToken cancellationToken) => await ReadMarkAsync(cancellationToken) is not null;

    /// <summary>Builds until there is no mark, unless somebody else does.</summary>
    public async Task BuildWhileMarkedAsync(CancellationToken cancellationToken)
    {
        do
        {
            await using var only = await stores.Press.TryLockAsync(EngineItems.BuildLock, cancellationToken);
            if (only is null)
                return;

            using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, only.Lost);
            try
            {
                await BuildAsync(ends.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The lock is somebody else's now, and so is the mark, which is still there.
                return;
            }
        }
        // Whoever came while the lock was held has left a mark and gone.
        while (await IsMarkedAsync(cancellationToken));
    }

    /// <summary>What the last build knew of each source, as it lies in a listing of the engine's container.</summary>
    public async Task<BuildMemo> ReadMemoAsync(StoredItem? item, CancellationToken cancellationToken) => (await _tools.Memo.ReadAsync(item, cancellationToken)).Memo;

    /// <summary>Whether the last build published something of the receipt that this item held.</summary>
    public async Task<bool> RemembersAsync(string item, CancellationToken cancellationToken) =>
        (await _tools.Memo.ReadNewestAsync(cancellationToken)).Memo.Sources.ContainsKey(item);

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        var passes = 0;
        while (await ReadMarkAsync(cancellationToken) is { } mark)
        {
            // What is marked from here on may not be seen by this pass, and then the mark is another one.
            var pass = await BuildPass.BeginAsync(_tools, clock.GetUtcNow(), cancellationToken);
            if (await pass.RunAsync())
            {
                await stores.Press.DeleteAsync(EngineItems.Mark, mark, cancellationToken);
                pass.ThrowIfRefused();
            }
            else if (pass.WasDisturbed && ++passes == MostPasses)
                throw new StoreException("", "the public container is written by somebody else, again and again. It is the engine's alone: see who else may write to it.", cause: null);
        }
    }

    private async Task<string?> ReadMarkAsync(CancellationToken cancellationToken) =>
        await stores.Press.ReadAsync(EngineItems.Mark, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found ? found.Item.ETag : null;
}
