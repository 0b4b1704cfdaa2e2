using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Press.Http;

namespace Press.Functions;

/// <summary>The categories, the most used first.</summary>
internal sealed class ListCategories(IndexApi api)
{
    [Function(nameof(ListCategories))]
    public Task RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "categories")] HttpRequest request) =>
        api.ListCategoriesAsync(request.HttpContext);
}
