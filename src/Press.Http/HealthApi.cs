using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>Tells a load balancer or a probe whether the app can do its work.</summary>
public sealed class HealthApi(IStore press)
{
    /// <summary><c>GET /api/health</c>: 200 if the engine's container can be read; a fault of the storage is thrown, and <see cref="FaultAnswer"/> makes it a 503.</summary>
    public async Task GetHealthAsync(HttpContext context)
    {
        await press.ReadUpToAsync(EngineItems.Catalog, maxBytes: 0, context.RequestAborted);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await Answer.WriteBodyAsync(context, "{\"status\":\"healthy\"}"u8.ToArray());
    }
}
