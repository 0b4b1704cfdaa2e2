using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Press.Cli.Tests.Reading;
using Press.Testing;

namespace Press.Cli.Tests;

/// <summary>The sample front end, from another origin than the index. Needs Chromium; tests/run.sh installs it.</summary>
public sealed class FrontendTests(ServedBlog blog) : IClassFixture<ServedBlog>
{
    [Fact]
    public async Task A_front_end_of_another_origin_shows_posts_by_tag_page_by_page_and_one_whole()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        await using var server = await ServeSampleAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        var page = await browser.NewPageAsync(new() { Locale = "en-US" });
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync($"{server.Urls.First()}/?api={blog.Address.GetLeftPart(UriPartial.Authority)}");
        await Assertions.Expect(page.Locator("article.featured").First).ToBeVisibleAsync();
        var featured = await page.Locator("article.featured").CountAsync();
        Assert.Equal(
            featured,
            await page.Locator("article").EvaluateAllAsync<int>("all => all.findIndex(one => !one.classList.contains('featured'))"));
        await page.ScreenshotAsync(new() { Path = PictureOf("frontend-list.png"), FullPage = true });

        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Newer" })).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("article.featured").CountAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "LLM (" }).ClickAsync();
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(2);
        await page.Locator("article[lang=ko] h2 a").ClickAsync();
        await Assertions.Expect(page.Locator("h2").First).ToHaveTextAsync("NVIDIA GTC 2025: AI 최전선에서의 영감");
        foreach (var image in await page.Locator("figure img").AllAsync())
            await image.ScrollIntoViewIfNeededAsync();
        await page.EvaluateAsync("() => Promise.all([...document.images].map(image => image.decode()))");
        await page.ScreenshotAsync(new() { Path = PictureOf("frontend-post.png") });

        await page.EvaluateAsync("() => location.hash = '#/?tag=lm'");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Try 'LLM'" })).ToBeVisibleAsync();
        Assert.Empty(complaints);
    }

    private static string PictureOf(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "reading")).FullName;
        return Path.Combine(folder, name);
    }

    private static async Task<WebApplication> ServeSampleAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var html = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "samples/frontend/index.html"), TestContext.Current.CancellationToken);
        app.MapGet("/", () => Results.Content(html, "text/html; charset=utf-8"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
