namespace Press.Tests.Engine;

/// <summary>A machine's clock, which may be wrong and is set right again by a jump, forwards or back.</summary>
/// <remarks>Whoever waits goes on when the schedule says so. A timer is never early, and on a busy machine it may be late.</remarks>
internal sealed class MachineClock(TimeProvider right) : TimeProvider
{
    // So late that who waits in vain gives up after some steps.
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);

    private TimeSpan _waited;

    public TimeSpan Offset { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        var now = right.GetUtcNow() + Offset;
        if (SimulatedWorker.CallerIfAny is { } worker)
            worker.LastTold = now;
        return now;
    }

    public override long GetTimestamp() => _waited.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _ = RingAsync(SimulatedWorker.Caller);
        return new OnceTimer();

        async Task RingAsync(SimulatedWorker worker)
        {
            await worker.WaitAsync();
            _waited += dueTime + Delay;
            callback(state);
        }
    }

    /// <summary>Rings once. Whoever has to wait again sets another one.</summary>
    private sealed class OnceTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
