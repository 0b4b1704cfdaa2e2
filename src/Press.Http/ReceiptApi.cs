using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>Tells those who upload what became of it. It is not for everybody: receipts tell of drafts.</summary>
public sealed class ReceiptApi(IStore press)
{
    private const string ContainerParameter = "container";

    /// <summary><c>GET /api/receipts/{name}</c>: the receipt of a source; with <c>container=site</c> that of a file of the site's look.</summary>
    public async Task GetReceiptAsync(HttpContext context, string name)
    {
        var container = context.Request.Query[ContainerParameter].ToString();
        if (container is not ("" or "posts" or "site"))
        {
            await Problem.Of([new QueryFault(ContainerParameter, container, "posts, site", NearestName.Of(container, ["posts", "site"]))]).WriteToAsync(context);
            return;
        }

        var receipts = container is "site" ? ReceiptFolder.OfSite(press) : ReceiptFolder.OfPosts(press);
        var source = name.Normalize();
        if (await receipts.FindAsync(source, context.RequestAborted) is not { } receipt)
        {
            await Problem.NotFound($"'{source}' has no receipt: it was not uploaded, or not seen yet, or is of a kind that is never published.").WriteToAsync(context);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await Answer.WriteBodyAsync(context, JsonSerializer.SerializeToUtf8Bytes(ReceiptAnswer.Of(receipt), ApiJson.Readable.ReceiptAnswer));
    }
}

/// <summary>A receipt as those who upload may see it, without what only the engine needs.</summary>
internal sealed record ReceiptAnswer(string Source, string Etag, string State, string? Url, string? File, DateTimeOffset? Due, ImmutableArray<ReceiptDiagnostic> Diagnostics)
{
    public static ReceiptAnswer Of(Receipt receipt) =>
        new(receipt.Source, receipt.ETag, JsonNamingPolicy.CamelCase.ConvertName(receipt.State.ToString()), receipt.Url, receipt.File, receipt.Due, receipt.Diagnostics);
}
