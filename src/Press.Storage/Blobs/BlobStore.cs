using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Press.Storage;

/// <summary>
/// A container of Azure Blob Storage as a store. What the SDK retries is set where the container's client is made:
/// <see cref="BlobAccount"/>.
/// </summary>
/// <param name="container">A container that there is.</param>
/// <param name="clock">Paces the renewal of leases.</param>
public sealed partial class BlobStore(BlobContainerClient container, TimeProvider clock) : IStore
{
    /// <summary>The blobs whose leases are locks; they are no items.</summary>
    internal const string LocksFolder = ".locks/";

    private readonly BlobFaults _faults = new(container.Uri);

    public async IAsyncEnumerable<StoredItem> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var item in (await ListWithStraysAsync(prefix, cancellationToken)).Items)
            yield return item;
    }

    public Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
        _faults.ExplainAsync("", "listed", () => ListAllAsync(prefix, cancellationToken));

    public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken) =>
        ReadAsync(name, ifNoneMatch, long.MaxValue, cancellationToken);

    public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
        ReadAsync(name, ifNoneMatch: null, maxBytes, cancellationToken);

    private async Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, long maxBytes, CancellationToken cancellationToken)
    {
        BlobNames.ThrowIfInvalid(name);
        foreach (var form in BlobNames.FormsOf(name))
        {
            var answer = await _faults.ExplainAsync(
                name, "read", () => DownloadAsync(form, name, ifNoneMatch, maxBytes, cancellationToken));
            if (answer is not ReadAnswer.Missing)
                return answer;
        }

        return new ReadAnswer.Missing();
    }

    private async Task<ReadAnswer> DownloadAsync(
        string blobName, string name, string? ifNoneMatch, long maxBytes, CancellationToken cancellationToken)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = ifNoneMatch is null ? null : new ETag(ifNoneMatch) };
        try
        {
            var answer = await container.GetBlobClient(blobName).DownloadStreamingAsync(
                new BlobDownloadOptions { Conditions = conditions }, cancellationToken);
            if (answer.GetRawResponse().Status == 304)
                return new ReadAnswer.NotModified();

            using var download = answer.Value;
            var details = download.Details;
            if (BlobNames.IsFolderMarker(details.Metadata))
                return new ReadAnswer.Missing();
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
            return item.Length > maxBytes
                ? new ReadAnswer.TooLong(item)
                : new ReadAnswer.Found(item, await ReadWholeAsync(download.Content, item.Length, cancellationToken));
        }
        catch (RequestFailedException fault) when (fault.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return new ReadAnswer.Missing();
        }
        catch (RequestFailedException fault) when (BlobFaults.IsOfBlob(fault))
        {
            return await DescribeAsync(blobName, name, BlobFaults.Explain(fault), cancellationToken);
        }
    }

    /// <summary>What is known of a blob whose content the service does not hand out.</summary>
    private async Task<ReadAnswer> DescribeAsync(string blobName, string name, string why, CancellationToken cancellationToken)
    {
        var answer = await container.GetBlobClient(blobName).ExistsAsync(cancellationToken);
        if (!answer.Value)
            return new ReadAnswer.Missing();
        var properties = (await container.GetBlobClient(blobName).GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
        var hash = BlobNames.HashOf(properties.ContentHash);
        return new ReadAnswer.Unreadable(
            new StoredItem(
                name,
                BlobNames.ETagOf(properties.ETag),
                properties.ContentLength,
                properties.CreatedOn,
                properties.LastModified,
                hash,
                properties.ContentType,
                properties.CacheControl),
            why);
    }

    /// <summary>The SDK's stream asks again for the rest, of the same ETag, when a connection breaks.</summary>
    private static async Task<byte[]> ReadWholeAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    /// <summary>
    /// The whole listing: the service's order is not ordinal for every script, and two forms of a name may lie far apart in it.
    /// </summary>
    private async Task<StoreListing> ListAllAsync(string prefix, CancellationToken cancellationToken)
    {
        // A prefix in NFD would miss names in NFC and the other way round; beyond ASCII the comparison is made here.
        var asked = new string([.. prefix.TakeWhile(char.IsAscii)]);
        var items = new SortedDictionary<string, StoredItem>(StringComparer.Ordinal);
        var strays = new SortedSet<string>(StringComparer.Ordinal);
        var options = new GetBlobsOptions { Prefix = asked, Traits = BlobTraits.Metadata };
        await foreach (var blob in container.GetBlobsAsync(options, cancellationToken))
        {
            if (BlobNames.IsFolderMarker(blob.Metadata) || BlobNames.IsLock(blob.Name))
                continue;
            if (BlobNames.NameOf(blob.Name) is not { } name)
                strays.Add(BlobNames.ReadableNameOf(blob.Name));
            // Of two names that differ in their Unicode form only, the one in NFC is the item.
            else if (name.StartsWith(prefix, StringComparison.Ordinal) && (name == blob.Name || !items.ContainsKey(name)))
                items[name] = ItemOf(name, blob.Properties);
        }

        var badNames = strays.Where(name => name.StartsWith(prefix, StringComparison.Ordinal));
        return new StoreListing([.. items.Values], [.. badNames.Select(name => new StrayItem(name, StrayKind.BadName))]);
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
