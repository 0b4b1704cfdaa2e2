using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Press.Cli.Tests.Reading;

/// <summary>A built site over a line so slow that the first piece of a page is painted before the rest of it comes.</summary>
internal sealed class PageInPieces : IAsyncDisposable
{
    private readonly WebApplication _app;
    private string _lastOfFirst = "";
    private TaskCompletionSource _painted = new();

    private PageInPieces(WebApplication app) => _app = app;

    public static async Task<PageInPieces> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new PageInPieces(builder.Build());
        var files = new PhysicalFileProvider(Path.GetFullPath(folder));
        site._app.Use((context, next) =>
            Path.GetExtension(context.Request.Path.Value) is ".html" ? site.SendAsync(context, files) : next(context));
        site._app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    /// <summary>Opens a page in two pieces, and tells what has moved.</summary>
    /// <param name="visit">Who opens it.</param>
    /// <param name="path">The page.</param>
    /// <param name="lastOfFirst">The text with which the first piece ends.</param>
    public async Task<LayoutShift> OpenAsync(Visit visit, string path, string lastOfFirst)
    {
        (_lastOfFirst, _painted) = (lastOfFirst, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return await LayoutShift.OfLoadingAsync(visit, new Uri(new Uri(_app.Urls.Single()), path).AbsoluteUri, _painted.SetResult);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task SendAsync(HttpContext context, PhysicalFileProvider files)
    {
        var page = await File.ReadAllTextAsync(files.GetFileInfo(context.Request.Path.Value!).PhysicalPath!, context.RequestAborted);
        var at = page.IndexOf(_lastOfFirst, StringComparison.Ordinal) + _lastOfFirst.Length;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page[..at], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await _painted.Task;
        await context.Response.WriteAsync(page[at..], context.RequestAborted);
    }
}
