using Microsoft.Playwright;
using Press.Cli.Tests.Reading;

namespace Press.Cli.Tests;

/// <summary>What an author sees in a browser. Needs Chromium; tests/run.sh installs it.</summary>
public sealed class BrowserTests
{
    [Fact]
    public async Task An_open_page_follows_what_the_author_saves()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        using var site = new SiteCopy();
        using var ctrlC = new CancellationTokenSource();
        var run = PressRun.Start(ctrlC.Token, "serve", site.Folder, "--port", "0");
        var address = (await run.AddressAsync()).OriginalString;

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
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
        await Assertions.Expect(page.Locator("figure img")).ToHaveCountAsync(3);
        await page.EvaluateAsync("() => Promise.all([...document.images].map(image => image.decode()))");
        Assert.Equal(22, await page.Locator(".body strong").CountAsync());
        Assert.Empty(complaints);

        await File.AppendAllTextAsync(
            site.PathOf("_posts/2025-03-24-nvidia-gtc-2025.md"), "\n\n## 덧붙임\n", TestContext.Current.CancellationToken);
        await page.Locator("h2#덧붙임").WaitForAsync(new() { Timeout = 20_000 });

        // A warning stands on its page until it is closed, and never above the end of the page.
        await File.AppendAllTextAsync(
            site.PathOf("_posts/2025-03-24-nvidia-gtc-2025.md"), "\n[x](nowhere.md)\n", TestContext.Current.CancellationToken);
        var banner = page.Locator("[data-press-banner]");
        await banner.GetByText("MD003").WaitForAsync(new() { Timeout = 20_000 });
        await page.EvaluateAsync("() => window.scrollTo(0, document.body.scrollHeight)");
        Assert.True(await page.EvaluateAsync<bool>(
            """
            () => document.querySelector("footer").getBoundingClientRect().bottom
              <= document.querySelector("[data-press-banner]").getBoundingClientRect().top
            """));
        await banner.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Assertions.Expect(banner).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("h2#덧붙임")).ToBeVisibleAsync();
        await Assertions.Expect(banner).ToHaveCountAsync(0);

        await ctrlC.CancelAsync();
        await run.ExitCode;
    }
}
