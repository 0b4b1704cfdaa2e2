using Microsoft.Extensions.Time.Testing;

namespace Press.Storage.Tests;

/// <summary>A clock that the test sets, and that says when no more than so many timers are left.</summary>
internal sealed class TimersClock : FakeTimeProvider
{
    private readonly SemaphoreSlim _changed = new(0);
    private int _timers;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        return new CountedTimer(this, base.CreateTimer(callback, state, dueTime, period));
    }

    /// <summary>Waits until all timers but so many are disposed.</summary>
    public async Task WaitForTimersAsync(int count, CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _timers) > count)
            await _changed.WaitAsync(cancellationToken);
    }

    private sealed class CountedTimer(TimersClock clock, ITimer timer) : ITimer
    {
        private bool _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            if (Interlocked.Exchange(ref _isDisposed, true))
                return;
            Interlocked.Decrement(ref clock._timers);
            clock._changed.Release();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
