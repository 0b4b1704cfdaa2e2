using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Press.Functions;

/// <summary>Ties every log line to the invocation that wrote it; the host drops lines that belong to none.</summary>
/// <remarks>The worker does so itself, but not while its OpenTelemetry defaults are on.</remarks>
/// <seealso href="https://github.com/Azure/azure-functions-dotnet-worker/issues/3489"/>
internal sealed class InvocationScopeMiddleware(ILogger<InvocationScopeMiddleware> log) : IFunctionsWorkerMiddleware
{
    // The name under which the worker looks for the id in its scopes.
    private const string InvocationId = "AzureFunctions_InvocationId";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using (log.BeginScope(new Dictionary<string, object> { [InvocationId] = context.InvocationId }))
            await next(context);
    }
}
