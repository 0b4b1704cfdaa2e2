using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Press.Testing;

namespace Press.Cli.Tests.Reading;

/// <summary>
/// What a reader with a telephone and a slow line waits for, printed and written to <c>artifacts/reading/table.md</c>. The same post that
/// another program made is measured beside it where <c>PRESS_PEER</c> names its folder and <c>PRESS_PEER_PAGE</c> the path of the post; the
/// first search is measured where <c>PRESS_CORPUS</c> names a built site of many posts. How fast a page is depends on the machine, so times
/// are told and not asserted; that nothing moves is.
/// </summary>
public sealed class ReaderTableTests
{
    private const int Rounds = 7;

    // From the question to the answer: results, or word that there are none.
    private const string Search = """
        async word => {
          const form = document.querySelector("form.search");
          const status = document.querySelector("[role=status]");
          const done = new Promise(told => {
            const note = () => { if (status.textContent) told(performance.now()); };
            new MutationObserver(note).observe(status, { childList: true });
          });
          const started = performance.now();
          form.q.value = word;
          form.requestSubmit();
          const time = await done - started;
          const loaded = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "fetch");
          return [time, status.textContent, loaded.reduce((sum, { transferSize }) => sum + transferSize, 0)];
        }
        """;

    [Fact]
    public async Task The_real_post_is_told_beside_that_of_another_program()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        using var site = new SiteCopy();
        var built = Path.Combine(site.Folder, "_site");
        Assert.Equal(0, (await PressRun.ToEndAsync("build", site.Folder)).Code);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);

        var table = new StringBuilder("| | requests | texts KB | pictures KB | first paint ms | largest paint ms | shift |\n")
            .Append("| --- | --: | --: | --: | --: | --: | --: |\n");
        foreach (var compresses in new[] { true, false })
        {
            var (own, others) = await MeasureAsync(browser, built, compresses);
            Assert.All(own, load => Assert.Equal(0, load.Shift));
            table.AppendLine(RowOf($"Press, {Named(compresses)}", own));
            if (others is not [])
                table.AppendLine(RowOf($"peer, {Named(compresses)}", others));
        }

        await TellAsync("table.md", table.ToString());
    }

    [Fact]
    public async Task A_first_search_is_told()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PRESS_CORPUS") is { }, "PRESS_CORPUS names no built site.");
        await using var site = await StaticSite.StartAsync(Environment.GetEnvironmentVariable("PRESS_CORPUS")!, compresses: false);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var table = new StringBuilder("| words | answer | KB | median ms | most ms |\n| --- | --- | --: | --: | --: |\n");
        foreach (var word in new[] { "서울", "데이터", "performance", "the", "데이터 서울" })
        {
            var (times, answer, loaded) = (new List<double>(), "", 0.0);
            for (var round = 0; round < Rounds; round++)
            {
                await using var context = await browser.NewContextAsync();
                var tab = await context.NewPageAsync();
                await tab.GotoAsync(new Uri(site.Address, "/search.html").AbsoluteUri, new() { WaitUntil = WaitUntilState.NetworkIdle });
                var told = await tab.EvaluateAsync<System.Text.Json.JsonElement>(Search, word)
                    .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
                times.Add(told[0].GetDouble());
                (answer, loaded) = (told[1].GetString()!, told[2].GetDouble() / 1024);
            }

            table.AppendLine(CultureInfo.InvariantCulture, $"| {word} | {answer} | {loaded:0} | {Median(times):0} | {times.Max():0} |");
        }

        await TellAsync("search.md", table.ToString());
    }

    /// <summary>They take turns, so that whatever else the machine does meets both.</summary>
    private static async Task<(List<PageLoad> Own, List<PageLoad> Others)> MeasureAsync(IBrowser browser, string built, bool compresses)
    {
        await using var site = await StaticSite.StartAsync(built, compresses);
        var folder = Environment.GetEnvironmentVariable("PRESS_PEER");
        await using var peer = folder is null ? null : await StaticSite.StartAsync(folder, compresses);
        var (own, others) = (new List<PageLoad>(), new List<PageLoad>());
        for (var round = 0; round < Rounds; round++)
        {
            own.Add(await PageLoad.OfAsync(browser, new Uri(site.Address, PageTypes.RealPost)));
            if (peer is not null)
                others.Add(await PageLoad.OfAsync(browser, new Uri(peer.Address, Environment.GetEnvironmentVariable("PRESS_PEER_PAGE"))));
        }

        return (own, others);
    }

    private static string Named(bool compresses) => compresses ? "with gzip" : "not compressed";

    private static string RowOf(string name, List<PageLoad> loads)
    {
        var (texts, pictures) = (MedianOf(load => load.TextBytes / 1024.0), MedianOf(load => load.PictureBytes / 1024.0));
        var (first, largest) = (MedianOf(load => load.FirstPaint), MedianOf(load => load.LargestPaint));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {MedianOf(load => load.Requests):0} | {texts:0.0} | {pictures:0.0} | {first:0} | {largest:0} | "
                + $"{loads.Max(load => load.Shift):0.###} |");

        double MedianOf(Func<PageLoad, double> of) => Median(loads.Select(of));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static async Task TellAsync(string name, string table)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "reading");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, name), table, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(table);
    }
}
