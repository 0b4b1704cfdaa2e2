using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Press.Http;
using Press.Storage;
using Spectre.Console;

namespace Press.Cli.Serve;

/// <summary>Does on this machine what the Functions app does in Azure: publishes what comes into the containers, and serves it.</summary>
internal sealed class StorageServing(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock, Action<string> browser)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task<int> RunAsync(string storage, string? publicAccount, ServeOptions options, CancellationToken cancellationToken)
    {
        var stores = (await StorageAccounts.OpenAsync(storage, publicAccount, cancellationToken)).ToStores(clock);
        var engine = new PublishingEngine(stores, clock, options.TrustsHtml);
        var reader = new StoredCatalogReader(stores.Press, stores.Public, TimeSpan.FromSeconds(1), clock);
        var pages = new StoredPages(stores.Public);
        var previews = new PreviewApi(
            new StoredPreviews(stores.Press, clock, options.TrustsHtml) { AreBesideSite = true, Sources = stores.Posts }, clock);

        await using var server = await LocalServer.StartAsync(
            reader, app => Map(app, pages, previews), options.TrustsHtml, "press serve --storage ...", options.Port, cancellationToken);
        output.WriteWhole(
            $"Serving {SiteContainers.Public} at {server.Address}/, "
            + $"publishing what comes into {SiteContainers.Posts} and {SiteContainers.Site} (Ctrl+C ends)");
        if (options.Opens)
            browser(server.Address + "/");
        try
        {
            while (true)
            {
                await SweepAsync(engine, stores, pages, cancellationToken);
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C is how serving ends.
        }

        return 0;
    }

    /// <summary>Nobody but the author comes here, and so previews need no key.</summary>
    private static void Map(WebApplication app, StoredPages pages, PreviewApi previews)
    {
        app.MapMethods("/api/preview/{**name}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string? name) =>
            previews.GetPreviewAsync(context, name ?? ""));
        pages.Map(app);
    }

    /// <summary>A storage that does not answer now may do so the next time.</summary>
    private async Task SweepAsync(PublishingEngine engine, SiteStores stores, StoredPages pages, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await stores.Site.ReadAsync(SiteSettings.FileName, ifNoneMatch: null, cancellationToken);
            pages.BaseUrl = settings is ReadAnswer.Found found ? Site.Of([Source.Of(found)]).Settings.BaseUrl : "";
            var swept = await engine.SweepAsync(cancellationToken);
            foreach (var name in swept.Posts)
                Report($"{SiteContainers.Posts}/{name}", await ReceiptFolder.OfPosts(stores.Press).FindAsync(name, cancellationToken));
            foreach (var name in swept.SiteFiles)
                Report($"{SiteContainers.Site}/{name}", await ReceiptFolder.OfSite(stores.Press).FindAsync(name, cancellationToken));
        }
        catch (StoreException fault)
        {
            errors.WriteWhole($"press: {fault.Message}");
        }
    }

    private void Report(string name, Receipt? receipt)
    {
        var time = clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var state = receipt?.State.ToString().ToLowerInvariant() ?? "deleted";
        output.WriteWhole($"{time} {name}: {state} {ReadableUrl.Of(receipt?.Url ?? receipt?.Preview)}".TrimEnd());
        foreach (var diagnostic in receipt?.Diagnostics ?? [])
            errors.WriteWhole(diagnostic.ToString(name), diagnostic.IsError ? Color.Red : Color.Yellow);
    }
}
