using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Press;

/// <summary>Lets work go on where the storage refuses a single item, and says so when all is done.</summary>
internal sealed class Refusals
{
    private readonly ConcurrentQueue<ExceptionDispatchInfo> _faults = new();

    public async ValueTask TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreException fault) when (fault.IsOfItem)
        {
            _faults.Enqueue(ExceptionDispatchInfo.Capture(fault));
        }
    }

    /// <exception cref="StoreException">The first refusal.</exception>
    public void ThrowIfAny()
    {
        if (_faults.TryPeek(out var first))
            first.Throw();
    }
}
