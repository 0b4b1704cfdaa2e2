using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>One post with its HTML.</summary>
internal sealed class GetPost(IndexApi api)
{
    [Function(nameof(GetPost))]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "posts/{slug}")] HttpRequest request, string slug) =>
        api.GetPostAsync(request.HttpContext, slug);
}
