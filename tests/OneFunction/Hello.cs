using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace OneFunction;

/// <summary>Answers, and does nothing else.</summary>
internal sealed class Hello
{
    [Function(nameof(Hello))]
    public static Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync("Hello");
}
