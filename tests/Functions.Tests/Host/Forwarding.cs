using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Press.Functions.Tests.Host;

/// <summary>Passes a request on to another server, and its answer back, byte for byte.</summary>
internal static class Forwarding
{
    private static readonly HttpMessageInvoker Client =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    // Each connection has its own.
    private static readonly HashSet<string> OfConnections =
        new(StringComparer.OrdinalIgnoreCase) { "Connection", "Transfer-Encoding", "Keep-Alive" };

    /// <summary>Forwards a request.</summary>
    /// <param name="context">The request as it came.</param>
    /// <param name="server">Scheme, host and port of the other server.</param>
    /// <param name="change">What is changed in it.</param>
    /// <returns>The status of the answer.</returns>
    public static async Task<int> ForwardAsync(HttpContext context, Uri server, Action<HttpRequestMessage>? change = null)
    {
        using var request = ToRequest(context, server);
        change?.Invoke(request);
        using var answer = await Client.SendAsync(request, context.RequestAborted);
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated))
        {
            if (!OfConnections.Contains(name))
                response.Headers.Append(name, values.ToArray());
        }

        if (!HttpMethods.IsHead(context.Request.Method) && response.StatusCode is not (204 or 304))
            await answer.Content.CopyToAsync(response.Body, context.RequestAborted);
        return response.StatusCode;
    }

    private static HttpRequestMessage ToRequest(HttpContext context, Uri server)
    {
        // As it came on the wire: a slash that is written %2F stays so.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var address = new Uri(server.GetLeftPart(UriPartial.Authority) + target, options);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address);
        if (context.Request.ContentLength is not null || context.Request.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(context.Request.Body);
        foreach (var (name, values) in context.Request.Headers)
        {
            if (!OfConnections.Contains(name) && !request.Headers.TryAddWithoutValidation(name, values.ToArray()))
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        return request;
    }
}
