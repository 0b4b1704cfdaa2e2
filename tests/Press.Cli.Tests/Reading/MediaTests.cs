using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

/// <summary>Paper, and readers whom movement disturbs.</summary>
[Collection(OneReader.Name)]
public sealed class MediaTests(Reader reader)
{
    [Fact]
    public async Task On_paper_a_post_is_its_text_and_where_its_links_lead()
    {
        await using var visit = await reader.VisitAsync("/ko/서울-산책.html");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in (string[])["header.site nav", "footer.site", ".post > .tags", ".neighbours", ".related"])
            await Expect(visit.Page.Locator(hidden)).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".body")).ToBeVisibleAsync();
        var link = await visit.Page.Locator(".body a[href^=http]").First.EvaluateAsync<string>(
            "link => getComputedStyle(link, '::after').content");
        Assert.Contains("https://example.com/walk", link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_a_list_has_no_navigation()
    {
        await using var visit = await reader.VisitAsync("/");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator("header.site nav")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".pager")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".entry").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_reads_in_the_dark_prints_dark_on_light()
    {
        await using var visit = await reader.VisitAsync("/hello-press.html", new() { ColorScheme = ColorScheme.Dark });
        await visit.Page.Locator("button.theme").ClickAsync();
        await visit.Page.Locator("button.theme").ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(visit.Page.Locator("body")).ToHaveCSSAsync("color", "rgb(27, 29, 33)");
    }

    [Fact]
    public async Task Nothing_scrolls_by_itself_for_whom_movement_disturbs()
    {
        await using var visit = await reader.VisitAsync(PageTypes.RealPost, new() { ReducedMotion = ReducedMotion.Reduce });
        await Expect(visit.Page.Locator("html")).ToHaveCSSAsync("scroll-behavior", "auto");
        var moving = await visit.Page.EvaluateAsync<int>("document.getAnimations().length");
        Assert.Equal(0, moving);
    }
}
