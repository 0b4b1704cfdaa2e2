using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Press.Cli.Serve;

/// <summary>
/// Answers for the files of a preview. Pages are as they will be published, but for a script that reloads them and a banner for what is
/// wrong.
/// </summary>
internal sealed class PreviewPages(Preview preview, CancellationToken stopping)
{
    private const string EventsPath = "/_press/events";
    private const string ScriptPath = "/_press/reload.js";

    // Asks for the page of a post that is not public.
    private const string WithheldParameter = "preview";

    private const string ScriptTag = $"<script src=\"{ScriptPath}\" defer></script>\n";

    private static readonly string ScriptText = ReadScript();

    /// <summary>Puts the pages of a preview into an app.</summary>
    public static void Map(WebApplication app, Preview preview)
    {
        var pages = new PreviewPages(preview, app.Lifetime.ApplicationStopping);
        app.MapGet(EventsPath, pages.Events);
        app.MapGet(ScriptPath, Script);
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], pages.PageAsync);
    }

    private static IResult Script() => Results.Text(ScriptText, MediaTypes.Of(ScriptPath), Encoding.UTF8);

    /// <summary>Server-sent events: the version of the site, now and after every change.</summary>
    private ServerSentEventsResult<string> Events(HttpContext context)
    {
        var ends = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.RequestAborted);
        context.Response.RegisterForDispose(ends);
        return TypedResults.ServerSentEvents(preview.VersionsAsync(ends.Token), eventType: "version");
    }

    /// <summary>The public file of a path; a folder's is its <c>index.html</c>.</summary>
    private async Task<IResult> PageAsync(HttpContext context, string? path)
    {
        var current = preview.Current;
        context.Response.Headers.CacheControl = "no-store";

        var baseUrl = current.Site.Site.Settings.BaseUrl;
        if (PublicPath.Of(path, baseUrl) is not { } requested)
            return PublicPath.MeansHome(path, baseUrl)
                ? Results.Redirect(current.HomePath)
                : await NotFoundAsync(path.ToNormalForm(), current, context.RequestAborted);

        var name = requested is "" || requested.EndsWith('/') ? requested + "index.html" : requested;
        if (await preview.RenderAsync(name, context.RequestAborted) is { } file)
        {
            context.Response.Headers.ContentDisposition = file.Content.ContentDisposition;
            return File(file, current);
        }

        if (context.Request.Query.ContainsKey(WithheldParameter)
            && await preview.RenderWithheldAsync(name, context.RequestAborted) is { } page)
        {
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            return File(page, current);
        }

        return current.Site.Has(name + "/index.html")
            ? Results.Redirect(context.Request.PathBase + context.Request.Path + "/")
            : await NotFoundAsync(requested, current, context.RequestAborted);
    }

    private static IResult File(PublicFile file, PreviewState current) => file.Content.ContentType == MediaTypes.Html
        ? Results.Bytes(InPreview(file, PreviewNote.On(current, file.SourceName)), MediaTypes.Html, enableRangeProcessing: true)
        : Results.Bytes(file.Content.Bytes.ToArray(), file.Content.ContentType, enableRangeProcessing: true);

    /// <summary>What readers will get for it, and for the author a word on what it may have been.</summary>
    private async Task<IResult> NotFoundAsync(string path, PreviewState current, CancellationToken cancellationToken)
    {
        var page = await preview.RenderAsync(Publication.NotFoundFile, cancellationToken);
        var name = path.EndsWith('/') || path is "" ? path + "index.html" : path;
        var note = current.FindWithheld(name) is { } post
            ? PreviewNote.Missing(post, $"{current.Site.Site.Settings.Link(post.Path)}?{WithheldParameter}")
            : new PreviewNote(null, NoPage(path, current));
        return Results.Text(InPreview(page!, [note]), MediaTypes.Html, StatusCodes.Status404NotFound);
    }

    private static string NoPage(string path, PreviewState current)
    {
        var nearest = NearestName.Of(path, current.Site.FileNames);
        return $"There is no page '/{path}'.{(nearest is null ? "" : $" Did you mean '/{nearest}'?")}";
    }

    private static byte[] InPreview(PublicFile page, ImmutableArray<PreviewNote> notes)
    {
        var html = Encoding.UTF8.GetString(page.Content.Bytes.Span);
        return Encoding.UTF8.GetBytes(html.Replace("</body>", PreviewBanner.Of(notes) + ScriptTag + "</body>", StringComparison.Ordinal));
    }

    private static string ReadScript()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("reload.js")!);
        return reader.ReadToEnd();
    }
}
