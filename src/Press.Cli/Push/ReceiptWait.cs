using System.Collections.Immutable;

namespace Press.Cli.Push;

/// <summary>Waits until it is known what became of uploads.</summary>
internal sealed class ReceiptWait(TimeProvider clock)
{
    private const int Parallel = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Reports each receipt as it comes, and waits as long as receipts come.</summary>
    /// <param name="uploads">What was uploaded, now or before.</param>
    /// <param name="patience">The longest time without a receipt.</param>
    /// <param name="report">Told of each.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those without a receipt.</returns>
    public async Task<ImmutableArray<Upload>> WaitAsync(
        IEnumerable<Upload> uploads, TimeSpan patience, Action<Upload, Receipt> report, CancellationToken cancellationToken)
    {
        var lastHeard = clock.GetTimestamp();
        ImmutableArray<Upload> waiting = [.. uploads];
        while (true)
        {
            var receipts = await FindAsync(waiting, cancellationToken);
            foreach (var (upload, receipt) in waiting.Zip(receipts))
            {
                if (receipt is null)
                    continue;
                report(upload, receipt);
                lastHeard = clock.GetTimestamp();
            }

            waiting = [.. waiting.Zip(receipts).Where(pair => pair.Second is null).Select(pair => pair.First)];
            if (waiting.IsEmpty || clock.GetElapsedTime(lastHeard) >= patience)
                return waiting;
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }

    private static async Task<Receipt?[]> FindAsync(ImmutableArray<Upload> uploads, CancellationToken cancellationToken)
    {
        var receipts = new Receipt?[uploads.Length];
        var degree = new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken };
        await System.Threading.Tasks.Parallel.ForAsync(0, uploads.Length, degree, async (number, token) =>
            receipts[number] = await uploads[number].FindReceiptAsync(token));
        return receipts;
    }
}
