using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Press.Storage;

/// <summary>A lease on a blob, renewed until it is released. A holder that dies frees it within a minute.</summary>
/// <seealso href="https://learn.microsoft.com/rest/api/storageservices/lease-blob"/>
internal sealed class BlobLease : IStoreLock
{
    // The longest that the service grants for a time.
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(60);

    // Twice within the duration, so that one renewal may fail.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    private readonly string _name;
    private readonly BlobLeaseClient _lease;
    private readonly BlobFaults _faults;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _released = new();
    private readonly Task _renewing;

    private BlobLease(string name, BlobLeaseClient lease, BlobFaults faults, TimeProvider clock)
    {
        (_name, _lease, _faults) = (name, lease, faults);
        _renewing = RenewAsync(clock);
    }

    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes the lease; null if somebody else has it.</summary>
    public static async Task<IStoreLock?> TryAcquireAsync(string name, BlobClient blob, BlobFaults faults, TimeProvider clock, CancellationToken cancellationToken)
    {
        var lease = blob.GetBlobLeaseClient();
        while (true)
        {
            try
            {
                await lease.AcquireAsync(Duration, cancellationToken: cancellationToken);
                return new BlobLease(name, lease, faults, clock);
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

    /// <exception cref="StoreException">The lease may still be held, for a minute: who was turned away by it has to come again, or the holder has to.</exception>
    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync();
        await _renewing;
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

    private async Task RenewAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var renewed = clock.GetTimestamp();
        try
        {
            while (await timer.WaitForNextTickAsync(_released.Token))
            {
                try
                {
                    await _lease.RenewAsync(cancellationToken: _released.Token);
                    renewed = clock.GetTimestamp();
                }
                catch (RequestFailedException fault) when (fault.Status is not (409 or 412 or 404) && clock.GetElapsedTime(renewed) < Duration - Pause)
                {
                    // The storage is out of reach for a moment; there is time for one more.
                }
                catch (RequestFailedException)
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Released.
        }
    }

    private static async Task CreateAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException fault) when (BlobFaults.IsUnmetCondition(fault) || fault.ErrorCode == BlobErrorCode.LeaseIdMissing)
        {
            // Somebody else made it first, and may hold it already.
        }
    }
}
