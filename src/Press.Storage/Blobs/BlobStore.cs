using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Press.Storage;

/// <summary>A container of Azure Blob Storage as a store. What the SDK retries is set where the container's client is made: <see cref="BlobAccount"/>.</summary>
/// <param name="container">A container that there is.</param>
/// <param name="clock">Paces the renewal of leases.</param>
public sealed partial class BlobStore(BlobContainerClient container, TimeProvider clock) : IStore
{
    /// <summary>The blobs whose leases are locks; they are no items.</summary>
    internal const string LocksFolder = ".locks/";

    private readonly BlobFaults _faults = new(container.Uri);

    public async IAsyncEnumerable<StoredItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var items = await _faults.ExplainAsync("", "listed", () => ListAllAsync(prefix, cancellationToken));
        foreach (var item in items)
            yield return item;
    }

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        ReadAsync(name, ifNoneMatch, long.MaxValue, cancellationToken);

    public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        ReadAsync(name, ifNoneMatch: null, maxBytes, cancellationToken);

    private async Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, long maxBytes, CancellationToken cancellationToken)
    {
        BlobNames.ThrowIfInvalid(name);
        foreach (var form in BlobNames.FormsOf(name))
        {
            if (await _faults.ExplainAsync(name, "read", () => DownloadAsync(form, name, ifNoneMatch, maxBytes, cancellationToken)) is not ReadAnswer.Missing and var answer)
                return answer;
        }

        return new ReadAnswer.Missing();
    }

    private async Task<ReadAnswer> DownloadAsync(string blobName, string name, string? ifNoneMatch, long maxBytes, CancellationToken cancellationToken)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = ifNoneMatch is null ? null : new ETag(ifNoneMatch) };
        try
        {
            var answer = await container.GetBlobClient(blobName).DownloadStreamingAsync(new BlobDownloadOptions { Conditions = conditions }, cancellationToken);
            if (answer.GetRawResponse().Status == 304)
                return new ReadAnswer.NotModified();

            using var download = answer.Value;
            var details = download.Details;
            var item = new StoredItem(
                name,
                BlobNames.ETagOf(details.ETag),
                details.ContentLength,
                details.CreatedOn,
                details.LastModified,
                BlobNames.HashOf(details.ContentHash),
                details.ContentType,
                details.CacheControl,
                NullIfEmpty(details.ContentDisposition));
            return item.Length > maxBytes ? new ReadAnswer.TooLong(item) : new ReadAnswer.Found(item, await ReadWholeAsync(download.Content, item.Length, cancellationToken));
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return new ReadAnswer.Missing();
        }
    }

    /// <summary>The SDK's stream asks again for the rest, of the same ETag, when a connection breaks.</summary>
    private static async Task<byte[]> ReadWholeAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>The whole listing: the service's order is not ordinal for every script, and two forms of a name may lie far apart in it.</summary>
    private async Task<IReadOnlyList<StoredItem>> ListAllAsync(string prefix, CancellationToken cancellationToken)
    {
        // A prefix in NFD would miss names in NFC and the other way round; beyond ASCII the comparison is made here.
        var asked = new string([.. prefix.TakeWhile(char.IsAscii)]);
        var items = new SortedDictionary<string, StoredItem>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = asked }, cancellationToken))
        {
            // Of two names that differ in their Unicode form only, the one in NFC is the item.
            if (BlobNames.NameOf(blob.Name) is { } name && name.StartsWith(prefix, StringComparison.Ordinal) && (name == blob.Name || !items.ContainsKey(name)))
                items[name] = ItemOf(name, blob.Properties);
        }

        return [.. items.Values];
    }

    private static StoredItem ItemOf(string name, BlobItemProperties properties) => new(
        name,
        BlobNames.ETagOf(properties.ETag),
        properties.ContentLength ?? 0,
        properties.CreatedOn ?? default,
        properties.LastModified ?? default,
        BlobNames.HashOf(properties.ContentHash),
        properties.ContentType,
        properties.CacheControl,
        NullIfEmpty(properties.ContentDisposition));

    /// <summary>The SDK has no value for a header that is not there, or an empty one.</summary>
    private static string? NullIfEmpty(string? header) => header is "" ? null : header;
}
