using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Press.Http;

/// <summary>Writes a JSON answer that a client may keep and ask about again.</summary>
internal static class Answer
{
    // Long enough to spare a busy front end, short enough that a new post is soon seen.
    private const string Caching = "public, max-age=60";

    /// <summary>Writes the value, or 304 if the client has it (RFC 9110, section 13.2.2), or its headers alone for HEAD.</summary>
    /// <remarks>
    /// <c>If-Modified-Since</c> is passed over: dates come from the posts, and a post may change without changing its date.
    /// </remarks>
    public static Task WriteAsync<T>(HttpContext context, T value, JsonTypeInfo<T> type, DateTimeOffset? lastModified) =>
        WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(value, type), lastModified);

    /// <summary>As the other, for JSON that is ready.</summary>
    public static async Task WriteAsync(HttpContext context, byte[] json, DateTimeOffset? lastModified)
    {
        var etag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json))[..32]}\"");

        var response = context.Response;
        var headers = response.GetTypedHeaders();
        headers.ETag = etag;
        headers.LastModified = lastModified;
        response.Headers.CacheControl = Caching;

        if (Has(context.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        await WriteBodyAsync(context, json);
    }

    /// <summary>The body, or for HEAD its length alone.</summary>
    public static async Task WriteBodyAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue etag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(etag, useStrongComparison: false));
}
