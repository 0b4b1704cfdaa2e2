using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>One visit to the blog: a page in a browser without a past, and whatever it complains of.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page, Uri blog)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => _complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Add($"error: {error}");
        page.RequestFailed += (_, request) => _complaints.Add($"failed: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _complaints.Add($"{response.Status}: {response.Url}");
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != blog.Authority)
                _complaints.Add($"to another host: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Console messages of any kind, requests that failed, and requests to other hosts.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Visit> BeginAsync(IBrowser browser, BrowserNewContextOptions options, Uri blog)
    {
        var context = await browser.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync(), blog);
    }

    /// <summary>Waits until a page shows what it has: scripts have run and fonts and the images in sight are there.</summary>
    public Task SettleAsync() => Page.EvaluateAsync("""
        async () => {
          await document.fonts.ready;
          const inSight = [...document.images].filter(image => image.getBoundingClientRect().top < innerHeight);
          await Promise.all(inSight.map(image => image.decode()));
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """);

    /// <summary>Waits for all images, also for those that come only when they are near.</summary>
    public async Task ShowAllImagesAsync()
    {
        await SettleAsync();
        await Page.EvaluateAsync(
            "() => { for (const image of document.images) image.loading = 'eager'; "
                + "return Promise.all([...document.images].map(image => image.decode())); }");
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
