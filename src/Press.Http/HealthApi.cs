using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>Tells a load balancer or a probe whether the app can do its work.</summary>
/// <param name="press">The engine's container, in the private account.</param>
/// <param name="everybody">The public container, which may be in another account.</param>
/// <param name="clock">Bounds the wait for both.</param>
public sealed class HealthApi(IStore press, IStore everybody, TimeProvider clock)
{
    // Small, and there on every site. A container without it can be read too.
    private const string PublicFile = "robots.txt";

    /// <summary>
    /// <c>GET /api/health</c>: 200 if both containers can be read. A fault of the storage is thrown, and <see cref="FaultAnswer"/> makes it
    /// a 503.
    /// </summary>
    public async Task GetHealthAsync(HttpContext context)
    {
        await StorageWait.RunAsync(context, clock, token => Task.WhenAll(
            press.ReadUpToAsync(EngineItems.Manifest, maxBytes: 0, token),
            everybody.ReadUpToAsync(PublicFile, maxBytes: 0, token)));
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await Answer.WriteBodyAsync(context, "{\"status\":\"healthy\"}"u8.ToArray());
    }
}
