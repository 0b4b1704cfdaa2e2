using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

/// <summary>Reading where no script runs.</summary>
[Collection(OneReader.Name)]
public sealed class WithoutScriptTests(Reader reader)
{
    [Theory]
    [InlineData("/", "Hello, Press")]
    [InlineData("/archive.html", "The mathematics of line length")]
    [InlineData("/hello-press.html", "This is a blog without a server to look after.")]
    [InlineData(PageTypes.RealPost, "처음엔 그냥")]
    public async Task A_page_is_read_all_the_same(string path, string text)
    {
        await using var visit = await VisitAsync(path);
        await Expect(visit.Page.GetByText(text).First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("button.theme")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_search_says_what_it_needs_and_where_else_to_look()
    {
        await using var visit = await VisitAsync("/search.html");
        // Playwright looks for texts everywhere but in noscript.
        var advice = visit.Page.Locator("noscript p");
        await Expect(advice).ToBeVisibleAsync();
        Assert.Equal("The search needs JavaScript. The archive lists every post.", await advice.TextContentAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Archive" }).ClickAsync();
        await Expect(visit.Page.Locator(".lines li").First).ToBeVisibleAsync();
    }

    private Task<Visit> VisitAsync(string path) => reader.VisitAsync(path, new() { JavaScriptEnabled = false });
}
