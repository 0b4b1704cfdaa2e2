using Microsoft.Playwright;

namespace Press.Cli.Tests;

/// <summary>What an author sees in a browser. Needs Chromium; tests/run.sh installs it.</summary>
public sealed class BrowserTests
{
    private const string Chromium = "/usr/bin/chromium";

    [Theory]
    [InlineData("nvidia-gtc-2025.html")]
    [InlineData("")]
    public async Task Nothing_moves_when_the_pictures_come(string path)
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}: 'bash tests/run.sh' installs it.");
        using var site = new SiteCopy();
        using var ctrlC = new CancellationTokenSource();
        var run = PressRun.Start(ctrlC.Token, "serve", site.Folder, "--port", "0");
        var address = (await run.LineAsync("Serving")).Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        foreach (var width in new[] { 1280, 390 })
        {
            var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, BypassCSP = true });
            var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await page.RouteAsync("**/images/**", async route =>
            {
                await come.Task;
                await route.ContinueAsync();
            });
            await page.GotoAsync(address + path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            const string Places = "[...document.querySelectorAll('main *')].map(element => { const box = element.getBoundingClientRect(); return `${element.localName} ${Math.round(box.x)} ${Math.round(box.y + scrollY)} ${Math.round(box.width)} ${Math.round(box.height)}` }).join('\\n')";
            await page.WaitForFunctionAsync("document.styleSheets.length > 0");
            var before = await page.EvaluateAsync<string>(Places);
            Assert.Contains("img ", before, StringComparison.Ordinal);

            come.SetResult();
            foreach (var image in await page.Locator("main img").AllAsync())
                await image.ScrollIntoViewIfNeededAsync();
            await page.WaitForFunctionAsync("[...document.images].every(image => image.naturalWidth > 0)");
            Assert.Equal(before, await page.EvaluateAsync<string>(Places));
            Assert.Contains(".webp", await page.EvaluateAsync<string>("[...document.images].map(image => image.currentSrc).join(' ')"), StringComparison.Ordinal);
            await page.CloseAsync();
        }

        await ctrlC.CancelAsync();
        await run.ExitCode;
    }

    [Fact]
    public async Task An_open_page_follows_what_the_author_saves()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"There is no browser at {Chromium}: 'bash tests/run.sh' installs it.");
        using var site = new SiteCopy();
        using var ctrlC = new CancellationTokenSource();
        var run = PressRun.Start(ctrlC.Token, "serve", site.Folder, "--port", "0");
        var address = (await run.LineAsync("Serving")).Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox"] });
        var page = await browser.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.RequestFailed += (_, request) => complaints.Add($"failed: {request.Url}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                complaints.Add($"{response.Status}: {response.Url}");
        };

        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "NVIDIA GTC 2025: Inspiration" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "한국어" }).ClickAsync();
        Assert.Equal("NVIDIA GTC 2025: AI 최전선에서의 영감", await page.Locator("h1").TextContentAsync());
        foreach (var image in await page.Locator("figure img").AllAsync())
            await image.ScrollIntoViewIfNeededAsync();
        await page.WaitForFunctionAsync("document.querySelectorAll('figure img').length === 3 && [...document.images].every(image => image.naturalWidth > 0)");
        Assert.Equal(22, await page.Locator(".body strong").CountAsync());
        Assert.Empty(complaints);

        await File.AppendAllTextAsync(site.PathOf("_posts/2025-03-24-nvidia-gtc-2025.md"), "\n\n## 덧붙임\n", TestContext.Current.CancellationToken);
        await page.Locator("h2#덧붙임").WaitForAsync(new() { Timeout = 20_000 });

        await ctrlC.CancelAsync();
        await run.ExitCode;
    }
}
