using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using Press.Http;

namespace Press.Functions;

/// <summary>Answers an HTTP request that an exception has ended; without it the caller would get an empty 200. Other triggers pass theirs on, to be tried again.</summary>
internal sealed class FaultMiddleware(ILogger<FaultMiddleware> log) : IFunctionsWorkerMiddleware
{
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
            log.RequestFailed(fault, context.FunctionDefinition.Name);
            await FaultAnswer.WriteAsync(context.GetHttpContext()!, fault, context.InvocationId);
        }
    }
}
