using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>The posts that a query finds.</summary>
internal sealed class ListPosts(IndexApi api)
{
    [Function(nameof(ListPosts))]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "posts")] HttpRequest request) =>
        api.ListPostsAsync(request.HttpContext);
}
