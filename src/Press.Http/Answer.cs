using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Press.Http;

/// <summary>Writes a JSON answer that a client may keep and ask about again.</summary>
internal static class Answer
{
    // Long enough to spare a busy front end, short enough that a new post is soon seen.
    private const string Caching = "public, max-age=60";

    /// <summary>Writes the answer, or 304 if the client has it (RFC 9110, section 13.2.2), or its headers alone for HEAD.</summary>
    /// <remarks>
    /// <c>If-Modified-Since</c> is passed over: dates come from the posts, and a post may change without changing its date.
    /// </remarks>
    public static Task WriteAsync(HttpContext context, ReadyAnswer answer)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.ETag = answer.ETag;
        headers.CacheControl = Caching;
        if (answer.LastModified is not null)
            headers.LastModified = answer.LastModified;
        if (answer.Link is not null)
            headers.Link = answer.Link;

        if (context.Request.Headers.IfNoneMatch.Count > 0 && Has(context.Request, new EntityTagHeaderValue(answer.ETag)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        headers.XContentTypeOptions = "nosniff";
        return WriteBodyAsync(context, answer.Json);
    }

    /// <summary>The body, or for HEAD its length alone.</summary>
    /// <remarks>A connection that is lost ends the write by itself, and asking for its token would cost each request a little.</remarks>
    public static Task WriteBodyAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(
            known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(etag, useStrongComparison: false));
}
