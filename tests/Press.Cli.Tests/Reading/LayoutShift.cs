using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>What moves by itself while a page is read.</summary>
/// <param name="Sum">All layout shifts, in parts of the screen.</param>
/// <param name="Moved">The elements that moved, and how far.</param>
internal sealed partial record LayoutShift(double Sum, string Moved)
{
    private const string Watch = """
        window.shifts = [];
        new PerformanceObserver(list => {
          for (const { hadRecentInput, value, sources } of list.getEntries()) {
            if (!hadRecentInput)
              window.shifts.push({ value, moved: sources.map(source => source.node?.outerHTML ?? source.node?.textContent) });
          }
        }).observe({ type: "layout-shift", buffered: true });
        """;

    /// <summary>Two frames: after the first the layout is done, and after the second the observer knows of it.</summary>
    private const string NextFrame = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    /// <summary>
    /// Opens a page and scrolls to its end. Each image arrives only when the reader looks at its place, as on a slow line.
    /// </summary>
    public static async Task<LayoutShift> OfReadingAsync(Visit visit, string path)
    {
        var page = visit.Page;
        var held = new ConcurrentDictionary<string, TaskCompletionSource>(StringComparer.Ordinal);
        await page.RouteAsync(IsImage, async route =>
        {
            await Held(new Uri(route.Request.Url).AbsolutePath).Task;
            await route.ContinueAsync();
        });
        await page.AddInitScriptAsync(Watch);
        // The load event waits for images.
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.EvaluateAsync($"async () => {{ await document.fonts.ready; await {NextFrame}; }}");

        foreach (var image in await page.Locator("img").AllAsync())
        {
            await image.EvaluateAsync(
                $$"""async image => { image.scrollIntoView({ behavior: "instant", block: "center" }); await {{NextFrame}}; }""");
            var source = await image.EvaluateAsync<string>("image => new URL(image.src).pathname");
            Held(source).TrySetResult();
            await image.EvaluateAsync($"async image => {{ await image.decode(); await {NextFrame}; }}");
        }

        await page.EvaluateAsync(
            $$"""async () => { scrollTo({ top: document.body.scrollHeight, behavior: "instant" }); await {{NextFrame}}; }""");
        return await SeenAsync(page);

        // A smaller version stands beside its picture: /images/a.jpg.480.webp.
        TaskCompletionSource Held(string image) =>
            held.GetOrAdd(Version().Replace(image, ""), _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    /// <summary>Opens a page of which the rest comes once the first piece is painted.</summary>
    public static async Task<LayoutShift> OfLoadingAsync(Visit visit, string address, Action onPaint)
    {
        var page = visit.Page;
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await PagePaint.FirstAsync(page);
        onPaint();
        await page.EvaluateAsync(
            $$"""
            async () => {
              if (document.readyState !== "complete")
                await new Promise(done => addEventListener("load", done));
              await document.fonts.ready;
              await {{NextFrame}};
            }
            """);
        return await SeenAsync(page);
    }

    private static async Task<LayoutShift> SeenAsync(IPage page) => new(
        await page.EvaluateAsync<double>("window.shifts.reduce((sum, { value }) => sum + value, 0)"),
        await page.EvaluateAsync<string>(
            @"window.shifts.map(({ value, moved }) => `${value}: ${moved.map(text => text?.slice(0, 80)).join(' | ')}`).join('\n')"));

    [GeneratedRegex(@"\.\d+\.webp$")]
    private static partial Regex Version();

    private static bool IsImage(string url) => Path.GetExtension(new Uri(url).AbsolutePath) is ".jpg" or ".png" or ".webp";
}
