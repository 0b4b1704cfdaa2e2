using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>
/// Answers a request that an exception has ended. Nothing of the exception is told: it is the operator's, and in the log.
/// </summary>
public static class FaultAnswer
{
    /// <summary>Writes a 503 for a fault of the storage, else a 500; nothing if the answer has begun, or nobody waits for it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="fault">What ended it.</param>
    /// <param name="traceId">By which the log is searched.</param>
    public static async Task WriteAsync(HttpContext context, Exception fault, string traceId)
    {
        if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested)
            return;

        context.Response.Clear();
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (StorageFaultOf(fault) is not null)
        {
            context.Response.Headers.RetryAfter = "5";
            await Problem.Unavailable($"The storage does not answer as it should. Try again in a moment. (Trace {traceId})")
                .WriteToAsync(context);
        }
        else
        {
            await Problem.Unexpected($"Something is wrong on this side. (Trace {traceId})").WriteToAsync(context);
        }
    }

    /// <summary>The fault of the storage in an exception, which the Functions worker may have wrapped; null if it is none.</summary>
    public static StoreException? StorageFaultOf(Exception fault) => fault switch
    {
        StoreException own => own,
        AggregateException { InnerException: StoreException wrapped } => wrapped,
        _ => null,
    };
}
