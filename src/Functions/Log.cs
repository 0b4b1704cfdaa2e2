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

    [LoggerMessage(5, LogLevel.Warning, "An event about '{Subject}' is none that this app knows")]
    public static partial void UnknownEvent(this ILogger log, string subject);

    /// <summary>Logs what became of a source, its faults as warnings.</summary>
    public static void TakenIn(this ILogger log, string container, string name, Receipt? receipt)
    {
        log.TakenIn(container, name, receipt is null ? "gone, or never published" : receipt.Faults.IsEmpty ? "taken in" : "not taken in");
        foreach (var fault in receipt?.Faults ?? [])
            log.NotPublished(fault.ToString($"{container}/{name}"));
    }
}
