using Microsoft.Playwright;
using Press.Testing;

namespace Press.Cli.Tests.Reading;

/// <summary><c>docs/</c>, built by <c>press build</c> and served, in a browser.</summary>
public sealed class DocumentationReadingTests : IDisposable
{
    private readonly CancellationTokenSource _ctrlC = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("press-docs-");

    public void Dispose()
    {
        _ctrlC.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_page_is_built_reached_by_its_link_and_loads_without_a_complaint()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        var docs = Copy(Path.Combine(Repository.Root, "docs"));
        var (code, _, errors) = await PressRun.ToEndAsync("build", docs, "--out", Path.Combine(_folder.FullName, "out"));
        Assert.DoesNotContain(errors, line => line.Contains("error", StringComparison.Ordinal));
        Assert.NotEqual(PressCommand.BadCall, code);
        Assert.True(File.Exists(Path.Combine(_folder.FullName, "out", "settings.html")));

        var run = PressRun.Start(_ctrlC.Token, "serve", docs, "--port", "0");
        var address = await run.AddressAsync();
        using var playwright = await Playwright.CreateAsync();
        await using (var browser = await Chromium.StartAsync(playwright))
        {
            await using var visit = await Visit.BeginAsync(browser, new() { BaseURL = address.ToString() }, address);
            await visit.Page.GotoAsync("/");
            Assert.Equal(
                ["First post", "Posts", "Settings", "API", "Azure", "Search"],
                await visit.Page.Locator("header nav a").AllInnerTextsAsync());
            var links = await visit.Page.Locator("main li a").EvaluateAllAsync<string[]>(
                "links => links.map(link => link.getAttribute('href'))");
            Assert.Equal(Directory.GetFiles(docs, "*.md").Length - 1, links.Distinct().Count());
            foreach (var link in links)
            {
                await visit.Page.GotoAsync(link);
                await visit.SettleAsync();
                Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
            }

            Assert.Empty(visit.Complaints);
        }

        await _ctrlC.CancelAsync();
        Assert.Equal(0, await run.ExitCode);
    }

    private string Copy(string from)
    {
        var to = _folder.CreateSubdirectory("docs").FullName;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
