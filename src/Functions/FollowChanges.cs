using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Press.Storage;

namespace Press.Functions;

/// <summary>Something was written or deleted, by an author or a designer: Event Grid puts a message for it into a queue.</summary>
/// <remarks>The blob triggers are faster, but report no deletes, and their webhooks exist only after a second pass of deployment.</remarks>
internal sealed class FollowChanges(PublishingEngine engine, ILogger<FollowChanges> log)
{
    /// <summary>Event Grid delivers to this queue of the content account.</summary>
    public const string Queue = "changes";

    /// <summary>What was given up. The platform's own name for it: messages that failed five times go there too.</summary>
    public const string PoisonQueue = Queue + "-poison";

    /// <summary>Takes in what changed.</summary>
    /// <returns>
    /// The message, for <see cref="PoisonQueue"/>, if it cannot be read: trying again would not help. Else null, which writes nothing.
    /// </returns>
    [Function(nameof(FollowChanges))]
    [QueueOutput(PoisonQueue, Connection = AppSettings.ContentStorageName)]
    public async Task<string?> RunAsync(
        [QueueTrigger(Queue, Connection = AppSettings.ContentStorageName)] string message,
        CancellationToken cancellationToken)
    {
        if (ChangeMessage.Read(message) is not { } changes)
        {
            log.UnreadableMessage(ChangeMessage.Shorten(message), message.Length);
            return message;
        }

        foreach (var (container, name) in changes)
        {
            if (container is SiteContainers.Posts)
                log.TakenIn(container, name, await engine.PublishAsync(name, cancellationToken));
            else if (container is SiteContainers.Site)
                log.TakenIn(container, name, await engine.ApplySiteAsync(name, cancellationToken));
        }

        return null;
    }
}
