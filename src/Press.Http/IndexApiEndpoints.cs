using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Press.Http;

/// <summary>Puts the API into an ASP.NET Core app. The Functions app has a function for each method instead.</summary>
public static class IndexApiEndpoints
{
    /// <summary>Maps everything below <c>/api</c>, for every method: the handlers themselves refuse those that there are not.</summary>
    public static void MapIndexApi(this IEndpointRouteBuilder routes, IndexApi api)
    {
        routes.Map("/api/posts", api.ListPostsAsync);
        routes.Map("/api/posts/{slug}", context => api.GetPostAsync(context, (string)context.GetRouteValue("slug")!));
        routes.Map("/api/tags", api.ListTagsAsync);
        routes.Map("/api/categories", api.ListCategoriesAsync);
        routes.Map("/api/openapi.json", IndexApi.GetOpenApiAsync);
        routes.Map("/api/{**path}", IndexApi.NotFoundAsync);
    }
}
