using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Press.Storage;

/// <summary>A lease on a blob, renewed until it is released. A holder that dies frees it within a minute.</summary>
/// <remarks>
/// Whether the lease is still held is told by the clock, not by the storage: a holder that cannot reach the storage for so long that
/// another one may have the lease counts it as lost, whatever its requests are waiting for.
/// </remarks>
/// <seealso href="https://learn.microsoft.com/rest/api/storageservices/lease-blob"/>
internal sealed class BlobLease : IStoreLock
{
    // The longest that the service grants for a time.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    // What was sent while the lease was held should arrive while it is.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    // Twice within the duration, so that one renewal may fail.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    // One renewal gives up before the next one begins.
    private static readonly TimeSpan LongestRenewal = TimeSpan.FromSeconds(15);

    private readonly string _name;
    private readonly BlobLeaseClient _lease;
    private readonly BlobFaults _faults;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly ITimer _end;
    private readonly Task _renewing;

    /// <param name="name">The lock's name.</param>
    /// <param name="lease">A lease that was granted.</param>
    /// <param name="faults">Explain what the storage says.</param>
    /// <param name="clock">Says when the lease ends.</param>
    /// <param name="asked">The clock's timestamp before the lease was asked for: it began no earlier.</param>
    private BlobLease(string name, BlobLeaseClient lease, BlobFaults faults, TimeProvider clock, long asked)
    {
        (_name, _lease, _faults, _clock) = (name, lease, faults, clock);
        _end = clock.CreateTimer(_ => _lost.Cancel(), state: null, TimeLeft(asked), Timeout.InfiniteTimeSpan);
        _renewing = RenewAsync();
    }

    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes the lease; null if somebody else has it.</summary>
    public static async Task<IStoreLock?> TryAcquireAsync(
        string name, BlobClient blob, BlobFaults faults, TimeProvider clock, CancellationToken cancellationToken)
    {
        var lease = blob.GetBlobLeaseClient();
        while (true)
        {
            try
            {
                var asked = clock.GetTimestamp();
                await lease.AcquireAsync(Duration, cancellationToken: cancellationToken);
                return new BlobLease(name, lease, faults, clock, asked);
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.LeaseAlreadyPresent)
            {
                return null;
            }
            catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                await CreateAsync(blob, cancellationToken);
            }
        }
    }

    /// <summary>Releases the lease. One that was lost is over already, and nothing is asked of the storage.</summary>
    /// <exception cref="StoreException">
    /// The lease may still be held, for a minute: who was turned away by it has to come again, or the holder has to.
    /// </exception>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _renewing;
        await _end.DisposeAsync();
        var isLost = _lost.IsCancellationRequested;
        _lost.Dispose();
        _released.Dispose();
        if (!isLost)
            await _faults.ExplainAsync(_name, "unlocked", ReleaseAsync);
    }

    private async Task<bool> ReleaseAsync()
    {
        try
        {
            await _lease.ReleaseAsync();
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409)
        {
            // Over already, and perhaps somebody else's.
            return false;
        }
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(Pause, _clock);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(_released.Token, _lost.Token);
        try
        {
            while (await timer.WaitForNextTickAsync(ends.Token))
                await TryRenewAsync(ends.Token);
        }
        catch (OperationCanceledException)
        {
            // Released or lost.
        }
    }

    /// <summary>Renews the lease, which then ends later. If that failed, it may be tried once more while there is time.</summary>
    private async Task TryRenewAsync(CancellationToken ends)
    {
        var asked = _clock.GetTimestamp();
        using var tooLong = new CancellationTokenSource(LongestRenewal, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ends, tooLong.Token);
        try
        {
            await _lease.RenewAsync(cancellationToken: either.Token);
            _end.Change(TimeLeft(asked), Timeout.InfiniteTimeSpan);
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            await _lost.CancelAsync();
        }
        catch (Exception fault)
            when (BlobFaults.IsOfStorage(fault) || (fault is OperationCanceledException && !ends.IsCancellationRequested))
        {
            // The next tick tries again.
        }
    }

    private TimeSpan TimeLeft(long asked)
    {
        var left = Duration - Margin - _clock.GetElapsedTime(asked);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var ifAbsent = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await blob.UploadAsync(BinaryData.Empty, ifAbsent, cancellationToken);
        }
        catch (RequestFailedException fault) when (BlobFaults.IsUnmetCondition(fault) || fault.ErrorCode == BlobErrorCode.LeaseIdMissing)
        {
            // Somebody else made it first, and may hold it already.
        }
    }
}
