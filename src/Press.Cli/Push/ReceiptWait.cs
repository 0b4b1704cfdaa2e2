using System.Collections.Immutable;

namespace Press.Cli.Push;

/// <summary>Waits until it is known what became of uploads.</summary>
internal sealed class ReceiptWait(TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Reports each as it comes.</summary>
    /// <returns>Those of which nothing was heard in time.</returns>
    public async Task<ImmutableArray<Upload>> WaitAsync(IEnumerable<Upload> uploads, TimeSpan most, Action<Upload, Receipt> tell, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        ImmutableArray<Upload> waiting = [.. uploads];
        while (true)
        {
            var still = ImmutableArray.CreateBuilder<Upload>();
            foreach (var upload in waiting)
            {
                if (await upload.FindReceiptAsync(cancellationToken) is { } receipt)
                    tell(upload, receipt);
                else
                    still.Add(upload);
            }

            waiting = still.ToImmutable();
            if (waiting.IsEmpty || clock.GetElapsedTime(started) >= most)
                return waiting;
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }
}
