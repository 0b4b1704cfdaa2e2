using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Press.Http;

namespace Press.Functions;

/// <summary>Decides what an exception means for each kind of trigger.</summary>
/// <remarks>
/// An HTTP request is answered; without that the caller would get an empty 200. A blob trigger that cannot reach the storage ends with a
/// warning: the platform would try five times at once and give up after seconds, while the queue of changes has the same event and waits
/// between its tries, and the sweep follows. Every other exception goes to the platform.
/// </remarks>
internal sealed class FaultMiddleware(ILogger<FaultMiddleware> log) : IFunctionsWorkerMiddleware
{
    private const string BlobTrigger = "blobTrigger";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.GetHttpContext() is { RequestAborted.IsCancellationRequested: true })
        {
            // Nobody waits for an answer any more, and that is no fault.
        }
        catch (Exception fault) when (context.GetHttpContext() is not null)
        {
            if (FaultAnswer.StorageFaultOf(fault) is { } outage)
                log.StorageFailed(outage, context.FunctionDefinition.Name);
            else
                log.RequestFailed(fault, context.FunctionDefinition.Name);
            await FaultAnswer.WriteAsync(context.GetHttpContext()!, fault, context.InvocationId);
        }
        catch (Exception fault) when (FaultAnswer.StorageFaultOf(fault) is not null && IsBlobTriggered(context))
        {
            log.LeftToLater(FaultAnswer.StorageFaultOf(fault)!, context.FunctionDefinition.Name);
        }
    }

    private static bool IsBlobTriggered(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == BlobTrigger);
}
