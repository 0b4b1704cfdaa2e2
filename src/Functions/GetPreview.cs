using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>A post as its page will be; for those who write, who have the key.</summary>
internal sealed class GetPreview(PreviewApi api)
{
    [Function(nameof(GetPreview))]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", "head", Route = "preview/{*name}")] HttpRequest request, string? name) =>
        api.GetPreviewAsync(request.HttpContext, name ?? "");
}
