using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;

namespace Press.Storage;

public sealed partial class BlobStore
{
    /// <summary>One request writes the whole blob, so that nobody sees a half; the most that the service takes in one.</summary>
    private static readonly StorageTransferOptions InOnePiece = new() { InitialTransferSize = 5000L * 1024 * 1024 };

    public async Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
    {
        BlobNames.ThrowIfInvalid(name);
        var options = new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders
            {
                ContentType = content.ContentType,
                CacheControl = content.CacheControl,
                ContentDisposition = content.ContentDisposition,
                ContentHash = Convert.FromHexString(ContentHash.Of(content.Bytes.Span)),
            },
            Conditions = new BlobRequestConditions
            {
                IfMatch = condition.ETag is { } etag ? new ETag(etag) : null,
                IfNoneMatch = condition.RequiresAbsence ? ETag.All : null,
            },
            TransferOptions = InOnePiece,
        };
        return await _faults.ExplainAsync(name, "written", async () =>
        {
            try
            {
                var answer = await container.GetBlobClient(name).UploadAsync(new BinaryData(content.Bytes), options, cancellationToken);
                return BlobNames.ETagOf(answer.Value.ETag);
            }
            catch (RequestFailedException fault) when (BlobFaults.IsUnmetCondition(fault))
            {
                return null;
            }
        });
    }

    public async Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken)
    {
        BlobNames.ThrowIfInvalid(name);
        var conditions = new BlobRequestConditions { IfMatch = ifMatch is null ? null : new ETag(ifMatch) };
        foreach (var form in BlobNames.FormsOf(name))
        {
            var isGone = await _faults.ExplainAsync(name, "deleted", async () =>
            {
                try
                {
                    await container.GetBlobClient(form).DeleteIfExistsAsync(
                        DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellationToken);
                    return true;
                }
                catch (RequestFailedException fault) when (BlobFaults.IsUnmetCondition(fault))
                {
                    return false;
                }
            });
            if (!isGone)
                return false;
        }

        return true;
    }

    public async Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
    {
        BlobNames.ThrowIfInvalid(name);
        return await _faults.ExplainAsync(
            name,
            "locked",
            () => BlobLease.TryAcquireAsync(name, container.GetBlobClient(LocksFolder + name), _faults, clock, cancellationToken));
    }
}
