using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

/// <summary>Going from page to page, as readers do.</summary>
[Collection(OneReader.Name)]
public sealed class ReadingTests(Reader reader)
{
    [Fact]
    public async Task A_post_is_read_from_the_home_page()
    {
        await using var visit = await reader.VisitAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Hello, Press" }).ClickAsync();
        await Expect(visit.Page).ToHaveTitleAsync("Hello, Press · A Quiet Press");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Hello, Press");
        await Expect(visit.Page.GetByText("This is a blog without a server to look after.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Older_posts_are_a_page_away_and_the_newer_ones_too()
    {
        await using var visit = await reader.VisitAsync("/");
        await visit.Page.Locator(".pager").GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(PathOf("/page/1.html"));
        await visit.Page.Locator(".pager").GetByRole(AriaRole.Link, new() { Name = "Newer" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(PathOf("/"));
    }

    [Fact]
    public async Task The_language_is_switched_there_and_back()
    {
        await using var visit = await reader.VisitAsync("/nvidia-gtc-2025.html");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "한국어" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("NVIDIA GTC 2025: AI 최전선에서의 영감");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "ko");

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Expect(visit.Page).ToHaveURLAsync(PathOf("/nvidia-gtc-2025.html"));
    }

    [Fact]
    public async Task Every_tag_of_a_post_leads_to_a_list_that_holds_the_post()
    {
        await using var visit = await reader.VisitAsync(PageTypes.RealPost);
        var tags = visit.Page.Locator(".post > .tags a");
        await Expect(tags).ToHaveTextAsync(["Article", "AI", "Conference", "NVIDIA", "LLM"]);
        for (var i = 0; i < 5; i++)
        {
            var name = await tags.Nth(i).TextContentAsync();
            await tags.Nth(i).ClickAsync();
            await Expect(visit.Page.Locator("h1")).ToHaveTextAsync(name!);
            await visit.Page.GetByRole(AriaRole.Link, new() { Name = "최전선에서의 영감" }).ClickAsync();
            await Expect(visit.Page).ToHaveURLAsync(PathOf(PageTypes.RealPost));
        }
    }

    [Fact]
    public async Task The_archive_lists_every_post_under_its_year()
    {
        await using var visit = await reader.VisitAsync("/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Archive" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Archive");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "2025" })).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".lines li")).ToHaveCountAsync(7);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "A packing list" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("A packing list");
    }

    [Fact]
    public async Task A_missing_page_is_the_site_s_own_with_status_404()
    {
        await using var visit = await reader.VisitAsync(path: null);
        var answer = await visit.Page.GotoAsync("/hello-pres.html");
        Assert.Equal(404, answer!.Status);
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Page not found");
        await Expect(visit.Page.GetByText("Did you mean '/hello-press.html'?")).ToBeVisibleAsync();
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Archive" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Archive");
    }

    [Fact]
    public async Task An_old_path_leads_to_where_the_post_has_moved()
    {
        await using var visit = await reader.VisitAsync(ServedBlog.MovedPath);
        await Expect(visit.Page).ToHaveURLAsync(PathOf("/hello-press.html"));
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Hello, Press");
    }

    private static Regex PathOf(string path) => new($@"^http://[^/]+{Regex.Escape(path)}$");
}
