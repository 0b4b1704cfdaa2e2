namespace Press;

/// <summary>
/// Reads sources that a worker may have died of one at a time, over all workers: the next death then tells which source it was.
/// </summary>
/// <param name="press">The engine's own container.</param>
/// <param name="clock">Paces the waiting.</param>
internal sealed class SoleReading(IStore press, TimeProvider clock)
{
    /// <summary>
    /// Longer than the lease of a reader that died of what it read (60 s). Reading one source takes milliseconds, so a burst of
    /// suspects that were delivered together is read within it too.
    /// </summary>
    internal static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Of the readers of one process one asks the storage; the others wait without a request.
    private int _isTaken;

    /// <summary>Waits until no other suspect is being read.</summary>
    /// <param name="source">The source to be read.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Ends the turn.</returns>
    /// <exception cref="StoreException">Others were read for <see cref="MaxWait"/>.</exception>
    public async Task<IStoreLock> BeginAsync(string source, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        while (Interlocked.Exchange(ref _isTaken, 1) == 1)
            await WaitAsync(source, began, cancellationToken);
        IStoreLock? held = null;
        try
        {
            while ((held = await press.TryLockAsync(EngineItems.ReadingLock, cancellationToken)) is null)
                await WaitAsync(source, began, cancellationToken);
            return new Turn(this, held);
        }
        finally
        {
            if (held is null)
                End();
        }
    }

    private Task WaitAsync(string source, long began, CancellationToken cancellationToken)
    {
        if (clock.GetElapsedTime(began) < MaxWait)
            return Task.Delay(Pause, clock, cancellationToken);
        var what = $"'{source}' may be what a worker died of. "
            + "Such sources are read one at a time, and others are being read. Try again later.";
        throw new StoreException(source, what, cause: null) { IsOfItem = true };
    }

    private void End() => Volatile.Write(ref _isTaken, 0);

    private sealed class Turn(SoleReading reading, IStoreLock held) : IStoreLock
    {
        public CancellationToken Lost => held.Lost;

        public async ValueTask DisposeAsync()
        {
            try
            {
                await held.DisposeAsync();
            }
            finally
            {
                reading.End();
            }
        }
    }
}
