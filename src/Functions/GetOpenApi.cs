using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>What the API can be asked.</summary>
internal sealed class GetOpenApi
{
    [Function(nameof(GetOpenApi))]
    public static Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "openapi.json")] HttpRequest request) =>
        IndexApi.GetOpenApiAsync(request.HttpContext);
}
