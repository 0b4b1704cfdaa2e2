using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>Whether the app can do its work.</summary>
internal sealed class GetHealth(HealthApi api)
{
    [Function(nameof(GetHealth))]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request) =>
        api.GetHealthAsync(request.HttpContext);
}
