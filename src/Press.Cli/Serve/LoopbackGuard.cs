using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Press.Cli.Serve;

/// <summary>
/// Keeps a preview to this machine. A web page that somebody visits can lead their browser here under a name of its own (DNS rebinding), or
/// ask from another origin; drafts are not for either.
/// </summary>
/// <seealso href="https://fetch.spec.whatwg.org/#http-cors-protocol"/>
internal static class LoopbackGuard
{
    /// <summary>Puts the checks before everything that the app answers.</summary>
    public static void Use(WebApplication app) => app.Use(GuardAsync);

    /// <summary>Whether a host is this machine: <c>localhost</c>, a name below it, or a loopback address.</summary>
    /// <param name="host">Without port; an IPv6 address in brackets or not.</param>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsLoopback(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            var message = $"The preview answers on this machine only, and not as '{context.Request.Host}'. Open it as localhost.\n";
            await context.Response.WriteAsync(message, context.RequestAborted);
            return;
        }

        context.Response.OnStarting(() =>
        {
            KeepOrigins(context);
            return Task.CompletedTask;
        });
        await next(context);
    }

    /// <summary>The API answers every origin in Azure. Here it answers those of this machine, such as a front end in development.</summary>
    private static void KeepOrigins(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (headers.AccessControlAllowOrigin.Count == 0)
            return;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        var origin = context.Request.Headers.Origin.ToString();
        if (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && IsLoopback(uri.Host))
        {
            headers.AccessControlAllowOrigin = origin;
            return;
        }

        foreach (var name in headers.Keys.Where(name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).ToList())
            headers.Remove(name);
    }
}
