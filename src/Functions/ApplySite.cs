using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Press.Storage;

namespace Press.Functions;

/// <summary>A designer has uploaded settings, a layout or a style sheet.</summary>
internal sealed class ApplySite(PublishingEngine engine, ILogger<ApplySite> log)
{
    [Function(nameof(ApplySite))]
    public async Task RunAsync(
        [BlobTrigger(
            SiteContainers.Site + "/{name}",
            Connection = AppSettings.ContentStorageName,
            Source = BlobTriggerSource.EventGrid)]
        BlobClient blob,
        CancellationToken cancellationToken) =>
        log.TakenIn(SiteContainers.Site, blob.Name, await engine.ApplySiteAsync(blob.Name, cancellationToken));
}
