using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Press.Cli.Serve;

/// <summary>Answers for the files of the public container, a folder's by its <c>index.html</c>.</summary>
internal sealed class StoredPages(IStore files)
{
    /// <summary>The path below which links find the pages; empty for the root.</summary>
    public string BaseUrl { get; set; } = "";

    public void Map(WebApplication app) => app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], PageAsync);

    private async Task<IResult> PageAsync(HttpContext context, string? path)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (PublicPath.Of(path, BaseUrl) is not { } requested)
            return PublicPath.MeansHome(path, BaseUrl)
                ? Results.Redirect(BaseUrl + "/")
                : await NotFoundAsync(path, context.RequestAborted);
        var name = requested is "" || requested.EndsWith('/') ? requested + "index.html" : requested;
        if (!StoreName.IsValid(name)
            || await files.ReadAsync(name, ifNoneMatch: null, context.RequestAborted) is not ReadAnswer.Found found)
            return await NotFoundAsync(requested, context.RequestAborted);
        context.Response.Headers.ContentDisposition = found.Item.ContentDisposition;
        return Results.Bytes(found.Bytes, MediaTypes.Of(name), enableRangeProcessing: true);
    }

    /// <summary>The site's own page for what is not found; before the first build there is none.</summary>
    private async Task<IResult> NotFoundAsync(string path, CancellationToken cancellationToken) =>
        await files.ReadAsync(Publication.NotFoundFile, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found page
            ? Results.Text(page.Bytes.Span, MediaTypes.Html, StatusCodes.Status404NotFound)
            : Results.Text($"There is no page '/{path}'.\n", "text/plain; charset=utf-8", Encoding.UTF8, StatusCodes.Status404NotFound);
}
