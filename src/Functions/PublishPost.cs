using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Press.Storage;

namespace Press.Functions;

/// <summary>An author has uploaded something.</summary>
internal sealed class PublishPost(PublishingEngine engine, ILogger<PublishPost> log)
{
    // The client and not the content: the engine reads what is there when it comes to it.
    [Function(nameof(PublishPost))]
    public async Task RunAsync(
        [BlobTrigger(
            SiteContainers.Posts + "/{name}",
            Connection = AppSettings.ContentStorageName,
            Source = BlobTriggerSource.EventGrid)]
        BlobClient blob,
        CancellationToken cancellationToken) =>
        log.TakenIn(SiteContainers.Posts, blob.Name, await engine.PublishAsync(blob.Name, cancellationToken));
}
