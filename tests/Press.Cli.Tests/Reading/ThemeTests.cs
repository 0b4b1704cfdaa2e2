using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

/// <summary>Light and dark, by the system and by the reader.</summary>
[Collection(OneReader.Name)]
public sealed class ThemeTests(Reader reader)
{
    private const string Light = "rgb(253, 252, 250)";
    private const string Dark = "rgb(23, 24, 26)";

    [Fact]
    public async Task The_page_is_as_dark_as_the_system_until_the_reader_switches_and_then_as_the_reader_wants()
    {
        await using var visit = await reader.VisitAsync("/", new() { ColorScheme = ColorScheme.Dark });
        var body = visit.Page.Locator("body");
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Light or dark" });
        await Expect(body).ToHaveCSSAsync("background-color", Dark);

        await button.ClickAsync();
        await Expect(body).ToHaveCSSAsync("background-color", Light);
        await visit.Page.ReloadAsync();
        await Expect(body).ToHaveCSSAsync("background-color", Light);
        await visit.Page.GotoAsync("/ko/archive.html");
        await Expect(body).ToHaveCSSAsync("background-color", Light);

        await visit.Page.Locator("button.theme").ClickAsync();
        await Expect(body).ToHaveCSSAsync("background-color", Dark);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_browser_that_forbids_storage_switches_all_the_same()
    {
        await using var visit = await reader.VisitAsync(path: null);
        await visit.Page.AddInitScriptAsync(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('forbidden', 'SecurityError'); } });");
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("button.theme").ClickAsync();
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", Dark);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_theme_of_the_reader_is_there_before_the_first_paint()
    {
        await using var visit = await reader.VisitAsync("/");
        await visit.Page.Locator("button.theme").ClickAsync();
        // A script that is run before the body is parsed sees what the first paint will.
        await visit.Page.AddInitScriptAsync(
            "new MutationObserver((_, seen) => { "
                + "if (document.body) { window.themeAtBody = document.documentElement.dataset.theme; seen.disconnect(); } "
                + "}).observe(document, { childList: true, subtree: true });");
        await visit.Page.ReloadAsync();
        Assert.Equal("dark", await visit.Page.EvaluateAsync<string>("window.themeAtBody"));
    }
}
