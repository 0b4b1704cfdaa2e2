using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>
/// Why there is no answer, as a problem document (RFC 9457). Its type is <c>about:blank</c>, and so its title the status in words.
/// </summary>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What was wrong with this request and what would be right.</param>
/// <param name="Errors">One for each parameter that was wrong; null if none was.</param>
internal sealed record Problem(
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<ParameterError>? Errors = null)
{
    public static Problem Of(ImmutableArray<QueryFault> faults) => new(
        "Bad Request",
        StatusCodes.Status400BadRequest,
        string.Join(' ', faults.Select(fault => fault.Message)),
        [.. faults.Select(fault => new ParameterError(fault.Parameter, fault.Value, fault.Allowed, fault.Nearest))]);

    public static Problem NotFound(string detail) => new("Not Found", StatusCodes.Status404NotFound, detail);

    public static Problem MethodNotAllowed(string detail) => new("Method Not Allowed", StatusCodes.Status405MethodNotAllowed, detail);

    public static Problem Unexpected(string detail) => new("Internal Server Error", StatusCodes.Status500InternalServerError, detail);

    public static Problem Unavailable(string detail) => new("Service Unavailable", StatusCodes.Status503ServiceUnavailable, detail);

    public async Task WriteToAsync(HttpContext context)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Readable.Problem);
        context.Response.StatusCode = Status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await Answer.WriteBodyAsync(context, json);
    }
}

/// <summary>What was wrong with one parameter.</summary>
/// <param name="Parameter">Its name as it came.</param>
/// <param name="Value">Its value as it came; null if the name itself is unknown.</param>
/// <param name="Allowed">What is allowed.</param>
/// <param name="Nearest">The known name that was probably meant, or null.</param>
internal sealed record ParameterError(string Parameter, string? Value, string Allowed, string? Nearest);
