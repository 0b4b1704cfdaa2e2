using Microsoft.Extensions.Logging;

namespace Press.Functions;

/// <summary>All that this app logs by itself.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Container}/{Name}: {Outcome}")]
    public static partial void TakenIn(this ILogger log, string container, string name, string outcome);

    [LoggerMessage(2, LogLevel.Warning, "Not published: {Diagnostic}")]
    public static partial void NotPublished(this ILogger log, string diagnostic);

    [LoggerMessage(3, LogLevel.Information, "Swept: {Missed} sources were not as their receipts said")]
    public static partial void Swept(this ILogger log, int missed);

    [LoggerMessage(4, LogLevel.Error, "{Function} failed")]
    public static partial void RequestFailed(this ILogger log, Exception fault, string function);

    /// <summary>The one error of a message that cannot be read: it is not tried again.</summary>
    [LoggerMessage(5, LogLevel.Error,
        "A message of the queue 'changes' is no blob event of Event Grid ({Length} characters); it was moved to 'changes-poison': {Start}")]
    public static partial void UnreadableMessage(this ILogger log, string start, int length);

    /// <summary>No error of this app: the caller gets a 503 and comes again.</summary>
    [LoggerMessage(7, LogLevel.Warning, "{Function} could not reach the storage")]
    public static partial void StorageFailed(this ILogger log, StoreException fault, string function);

    /// <summary>No error: the queue of changes has the same event, and the next sweep finds what both have missed.</summary>
    [LoggerMessage(6, LogLevel.Warning, "{Function} could not reach the storage; the queue of changes or the next sweep does its work")]
    public static partial void LeftToLater(this ILogger log, StoreException fault, string function);

    /// <summary>Logs what became of a source, its faults as warnings.</summary>
    public static void TakenIn(this ILogger log, string container, string name, Receipt? receipt)
    {
        log.TakenIn(container, name, receipt is null ? "gone, or never published" : receipt.Faults.IsEmpty ? "taken in" : "not taken in");
        foreach (var fault in receipt?.Faults ?? [])
            log.NotPublished(fault.ToString($"{container}/{name}"));
    }
}
