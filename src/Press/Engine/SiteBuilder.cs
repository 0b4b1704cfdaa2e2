namespace Press;

/// <summary>Builds the site from the receipts. Of all workers one does so at a time; the others leave a mark for it.</summary>
internal sealed class SiteBuilder(
    SiteStores stores, SourceIntake posts, SourceIntake site, EngineWorker worker, TimeProvider clock, bool trustsHtml, BuildLimits limits)
{
    // Who is disturbed that often is not disturbed by another build, which would have the lock.
    private const int MostPasses = 10;

    private readonly BuildTools _tools = new(
        stores,
        posts,
        new SiteFiles(site),
        new KeptWords(stores.Press),
        new StateStore(stores.Press, parallel: limits.Parallel),
        worker,
        trustsHtml,
        limits);

    private readonly Marks _marks = new(stores.Press);

    /// <summary>Says that something was taken in. It comes before the try for the lock: whoever has the lock then looks again.</summary>
    /// <param name="item">The item that holds the receipt, or <see cref="Marks.Everything"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task MarkAsync(string item, CancellationToken cancellationToken) => _marks.SetAsync(item, cancellationToken);

    /// <summary>Whether anything is marked: no build has looked at it yet.</summary>
    public async Task<bool> IsMarkedAsync(CancellationToken cancellationToken) => !(await _marks.ListAsync(cancellationToken)).IsEmpty;

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

    /// <summary>What the last build knew.</summary>
    /// <param name="listed">The manifest in a listing: if that is the one that was read last, nobody asks again; null without a
    /// listing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SiteMemory> ReadMemoryAsync(StoredItem? listed, CancellationToken cancellationToken) =>
        (await _tools.State.ReadAsync(listed, cancellationToken)).Memory;

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        var (passes, isWhole) = (0, false);
        // What is marked from here on may not be seen by this pass, and then the mark is another one.
        while (await _marks.ListAsync(cancellationToken) is { IsEmpty: false } marks)
        {
            var pass = await BuildPass.BeginAsync(_tools, marks, isWhole, clock.GetUtcNow(), cancellationToken);
            if (await pass.RunAsync())
            {
                foreach (var mark in marks)
                    await _marks.ClearAsync(mark, cancellationToken);
                pass.ThrowIfRefused();
                // Who came meanwhile has left a mark, and that is looked for when the lock is free.
                return;
            }

            // What is known is not what is there.
            isWhole = true;
            if (pass.WasDisturbed && ++passes == MostPasses)
                throw new StoreException(
                    "",
                    "the public container is written by somebody else, again and again. "
                        + "It is the engine's alone: see who else may write to it.",
                    cause: null);
        }
    }
}
