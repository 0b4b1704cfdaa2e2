using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>What comes before every answer: CORS (the Fetch standard) and the methods that there are.</summary>
internal static class Preflight
{
    private const string Methods = "GET, HEAD, OPTIONS";

    /// <summary>Opens the API to every origin. False if the request is answered already: OPTIONS, or a method that there is not.</summary>
    public static async Task<bool> PassesAsync(HttpContext context)
    {
        var method = context.Request.Method;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link, Age";

        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            return true;

        headers.Allow = Methods;
        if (!HttpMethods.IsOptions(method))
        {
            await Problem.MethodNotAllowed($"'{method}' cannot be used here. Allowed: {Methods}.").WriteToAsync(context);
            return false;
        }

        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = "If-None-Match, Content-Type";
        headers.AccessControlMaxAge = "86400";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return false;
    }
}
