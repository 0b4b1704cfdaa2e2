using Microsoft.AspNetCore.Http;

namespace Press.Http;

/// <summary>Shows posts before they are public. It needs a key, since it shows drafts.</summary>
/// <param name="previews">Makes the pages.</param>
/// <param name="clock">Bounds the wait for the storage.</param>
public sealed class PreviewApi(StoredPreviews previews, TimeProvider clock)
{
    /// <summary>
    /// <c>GET /api/preview/{name}</c>: the page of a source as it will be, with <c>noindex</c>; 404 for what is public already.
    /// </summary>
    public Task GetPreviewAsync(HttpContext context, string name) =>
        StorageWait.RunAsync(context, clock, token => AnswerAsync(context, name, token));

    private async Task AnswerAsync(HttpContext context, string name, CancellationToken cancellationToken)
    {
        var headers = context.Response.Headers;
        headers["X-Robots-Tag"] = "noindex";
        // The address holds the key.
        headers["Referrer-Policy"] = "no-referrer";
        switch (await SourceRoute.FindAsync(name, source => previews.FindAsync(source, cancellationToken)))
        {
            case PostPreview.Page page:
                context.Response.ContentType = MediaTypes.Html;
                headers.CacheControl = "no-store";
                headers.XContentTypeOptions = "nosniff";
                headers.ContentSecurityPolicy = ContentSecurityPolicy.OfPreview;
                await Answer.WriteBodyAsync(context, page.Html);
                return;
            case PostPreview.Published published:
                await Problem.NotFound($"'{name.ToNormalForm()}' is public already, at {published.Url}.").WriteToAsync(context);
                return;
            case PostPreview.Refused refused:
                await Problem.NotFound($"'{name.ToNormalForm()}' has no preview. {refused.Reason}").WriteToAsync(context);
                return;
            default:
                var unknown = $"'{name.ToNormalForm()}' is unknown: it was not uploaded, or not seen yet. "
                    + "Write the name as it is in the container 'posts'.";
                await Problem.NotFound(unknown).WriteToAsync(context);
                return;
        }
    }
}
