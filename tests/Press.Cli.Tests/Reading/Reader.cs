using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>Somebody with a browser, before the sample blog. One for all tests that read: a browser takes a second to start.</summary>
public sealed class Reader : IAsyncLifetime
{
    private readonly ServedBlog _blog = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        await _blog.InitializeAsync();
        if (Chromium.Missing is not null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.StartAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        await _blog.DisposeAsync();
    }

    /// <summary>Comes to a page of the blog, as somebody who was never there.</summary>
    /// <param name="path">Where to; null to stay at an empty page.</param>
    /// <param name="options">Screen, colours, scripts; null for a wide light screen.</param>
    internal async Task<Visit> VisitAsync(string? path, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(_browser is null, Chromium.Missing ?? "");
        var settings = options ?? new();
        settings.BaseURL = _blog.Address.ToString();
        var visit = await Visit.BeginAsync(_browser, settings, _blog.Address);
        if (path is not null)
            await visit.Page.GotoAsync(path);
        return visit;
    }
}
