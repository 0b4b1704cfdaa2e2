using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>The tags, the most used first.</summary>
internal sealed class ListTags(IndexApi api)
{
    [Function(nameof(ListTags))]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "tags")] HttpRequest request) =>
        api.ListTagsAsync(request.HttpContext);
}
