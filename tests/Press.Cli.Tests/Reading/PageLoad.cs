using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>What a reader with a telephone waits for: one page, opened by a browser without a past.</summary>
/// <param name="Requests">All, pictures in sight included.</param>
/// <param name="TextBytes">HTML, style sheets, scripts and the like, as they came over the line.</param>
/// <param name="PictureBytes">Pictures likewise.</param>
/// <param name="FirstPaint">The first contentful paint, in milliseconds.</param>
/// <param name="LargestPaint">The largest one.</param>
/// <param name="Shift">The sum of all layout shifts, in parts of the screen.</param>
internal sealed record PageLoad(int Requests, int TextBytes, int PictureBytes, double FirstPaint, double LargestPaint, double Shift)
{
    // Those with which Lighthouse tries a page on a telephone: "slow 4G" and a processor of a quarter of the speed.
    private const int LatencyMs = 150;
    private const double BytesPerSecond = 1.6 * 1024 * 1024 / 8;
    private const int Slowdown = 4;

    private const string Watch = """
        window.paints = { largest: 0, shift: 0 };
        const watch = (type, note) => new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true });
        watch("largest-contentful-paint", entry => { paints.largest = entry.startTime; });
        watch("layout-shift", entry => { paints.shift += entry.value; });
        """;

    // A busy machine notes it some frames after the last file has come.
    private const string Largest = """
        async () => {
          while (!paints.largest)
            await new Promise(requestAnimationFrame);
          return paints.largest;
        }
        """;

    /// <summary>Opens a page at the width of a telephone, over a slow line.</summary>
    public static async Task<PageLoad> OfAsync(IBrowser browser, Uri page)
    {
        await using var context = await browser.NewContextAsync(
            new() { ViewportSize = new() { Width = 390, Height = 844 }, DeviceScaleFactor = 2 });
        var tab = await context.NewPageAsync();
        var developer = await context.NewCDPSessionAsync(tab);
        var (kinds, bytes) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, int>());
        developer.Event("Network.responseReceived").OnEvent += (_, message) =>
            kinds[message!.Value.GetProperty("requestId").GetString()!] = message.Value.GetProperty("type").GetString()!;
        developer.Event("Network.loadingFinished").OnEvent += (_, message) =>
            bytes[message!.Value.GetProperty("requestId").GetString()!] = (int)message.Value.GetProperty("encodedDataLength").GetDouble();
        await developer.SendAsync("Network.enable");
        await developer.SendAsync("Network.emulateNetworkConditions", new()
        {
            ["offline"] = false,
            ["latency"] = LatencyMs,
            ["downloadThroughput"] = BytesPerSecond,
            ["uploadThroughput"] = BytesPerSecond / 2,
        });
        await developer.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
        await tab.AddInitScriptAsync(Watch);
        await tab.GotoAsync(page.AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var first = await PagePaint.FirstAsync(tab);
        var largest = await tab.EvaluateAsync<double>(Largest);
        var shift = await tab.EvaluateAsync<double>("paints.shift");
        var (pictures, texts) = (bytes.Where(IsPicture).Sum(one => one.Value), bytes.Where(one => !IsPicture(one)).Sum(one => one.Value));
        return new PageLoad(kinds.Count, texts, pictures, first, largest, shift);

        bool IsPicture(KeyValuePair<string, int> one) => kinds.GetValueOrDefault(one.Key) is "Image";
    }
}
