using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>Reports what became of an upload. It needs a key, since receipts name drafts.</summary>
/// <param name="press">The engine's container.</param>
/// <param name="clock">Bounds the wait for it.</param>
public sealed class ReceiptApi(IStore press, TimeProvider clock)
{
    private const string ContainerParameter = "container";

    /// <summary>
    /// <c>GET /api/receipts/{name}</c>: the receipt of a source; with <c>container=site</c> that of a file of the site's look.
    /// </summary>
    public Task GetReceiptAsync(HttpContext context, string name) =>
        StorageWait.RunAsync(context, clock, token => AnswerAsync(context, name, token));

    private async Task AnswerAsync(HttpContext context, string name, CancellationToken cancellationToken)
    {
        var container = context.Request.Query[ContainerParameter].ToString();
        if (container is not ("" or "posts" or "site"))
        {
            await Problem.Of([new QueryFault(ContainerParameter, container, "posts, site", NearestName.Of(container, ["posts", "site"]))])
                .WriteToAsync(context);
            return;
        }

        var receipts = container is "site" ? ReceiptFolder.OfSite(press) : ReceiptFolder.OfPosts(press);
        if (await SourceRoute.FindAsync(name, source => receipts.FindAsync(source, cancellationToken)) is not { } receipt)
        {
            var missing = $"'{name.ToNormalForm()}' has no receipt: "
                + "it was not uploaded, or not seen yet, or is of a kind that is never published.";
            await Problem.NotFound(missing).WriteToAsync(context);
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await Answer.WriteBodyAsync(
            context, JsonSerializer.SerializeToUtf8Bytes(ReceiptAnswer.Of(receipt), ApiJson.Readable.ReceiptAnswer));
    }
}

/// <summary>A receipt as those who upload may see it, without what only the engine needs.</summary>
internal sealed record ReceiptAnswer(
    string Source,
    string Etag,
    string State,
    string? Url,
    string? File,
    DateTimeOffset? Due,
    string? Preview,
    ImmutableArray<ReceiptDiagnostic> Diagnostics)
{
    public static ReceiptAnswer Of(Receipt receipt) => new(
        receipt.Source,
        receipt.ETag,
        JsonNamingPolicy.CamelCase.ConvertName(receipt.State.ToString()),
        receipt.Url,
        receipt.File,
        receipt.Due,
        receipt.Preview,
        receipt.Diagnostics);
}
