using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;

namespace Press.Cli.Serve;

/// <summary>
/// The second wall of a preview: headers that keep a drawing from running and a page from being framed, whatever is in them.
/// </summary>
internal static class PreviewHeaders
{
    /// <summary>Puts the headers on every answer.</summary>
    /// <param name="app">The app.</param>
    /// <param name="trustsHtml">The operator's word that authors' drawings may run.</param>
    public static void Use(WebApplication app, bool trustsHtml) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            var type = MediaTypeHeaderValue.TryParse(context.Response.ContentType, out var parsed) ? parsed.MediaType.Value : null;
            if (type == MediaTypes.Svg && !trustsHtml)
                headers.ContentSecurityPolicy = ContentSecurityPolicy.OfDrawing;
            else if (type == "text/html")
                headers.ContentSecurityPolicy = ContentSecurityPolicy.OfPreview;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
