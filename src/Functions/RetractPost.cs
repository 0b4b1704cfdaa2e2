using Azure.Messaging.EventGrid;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Press.Storage;

namespace Press.Functions;

/// <summary>Something was deleted, by an author or a designer. Blob triggers do not tell of that.</summary>
internal sealed class RetractPost(PublishingEngine engine, ILogger<RetractPost> log)
{
    [Function(nameof(RetractPost))]
    public async Task RunAsync([EventGridTrigger] EventGridEvent deleted, CancellationToken cancellationToken)
    {
        if (BlobSubject.Parse(deleted.Subject) is { Container: SiteContainers.Posts, Name: var post })
            log.TakenIn(SiteContainers.Posts, post, await engine.RetractAsync(post, cancellationToken));
        else if (BlobSubject.Parse(deleted.Subject) is { Container: SiteContainers.Site, Name: var file })
            log.TakenIn(SiteContainers.Site, file, await engine.ApplySiteAsync(file, cancellationToken));
        else
            log.UnknownEvent(deleted.Subject);
    }
}
