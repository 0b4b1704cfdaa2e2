using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests.Host;

/// <summary>How it takes HTTP requests and passes them on to the worker's own server.</summary>
internal sealed partial class FunctionsHost
{
    // The header by which the worker finds the invocation that an HTTP request belongs to.
    private const string InvocationHeader = "x-ms-invocation-id";

    /// <summary>
    /// Asks until the app answers: on a machine that is busy enough, the worker itself gives its first requests up after five seconds.
    /// </summary>
    public async Task FirstAnswerAsync(string url, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var answer = await Client.GetAsync(url, cancellationToken);
            if (answer.IsSuccessStatusCode)
                return;
            // What the app answers has a body; that of the worker's own fault has none.
            Assert.Empty(await answer.Content.ReadAsStringAsync(cancellationToken));
        }
    }

    /// <summary>The host's HTTP side: a route for each HTTP function; whatever fits none gets an empty 404.</summary>
    private async Task<WebApplication> StartFrontAsync(Uri worker)
    {
        var app = LocalListener.Builder(HttpProtocols.Http1).Build();
        foreach (var function in Functions.Values.Where(function => function.IsHttp))
        {
            var methods = function.Trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant());
            var route = $"api/{function.Trigger.GetProperty("route").GetString()}";
            app.MapMethods(route, methods, context => AnswerAsync(context, function, worker));
        }

        app.Use(async (context, next) =>
        {
            await next();
            if (context.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false })
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
        await app.StartAsync();
        return app;
    }

    private async Task AnswerAsync(HttpContext context, DeclaredFunction function, Uri worker)
    {
        var id = Ids.Next();
        var input = new TypedData { Http = new RpcHttp { Method = context.Request.Method, Url = context.Request.Path } };
        var values = context.Request.RouteValues;
        var route = values.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.Ordinal);
        var invocation = InvokeAsync(id, function, input, route, context.RequestAborted);
        await Forwarding.ForwardAsync(context, worker, request => request.Headers.Add(InvocationHeader, id));
        HttpInvocations.Enqueue(await invocation);
    }
}
