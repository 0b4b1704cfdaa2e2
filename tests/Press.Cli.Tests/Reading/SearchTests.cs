using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

[Collection(OneReader.Name)]
public sealed class SearchTests(Reader reader)
{
    [Fact]
    public async Task Hangul_is_found_in_the_middle_of_a_word()
    {
        await using var visit = await reader.VisitAsync("/ko/");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "검색" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("전선");
        await Expect(Results(visit)).ToHaveTextAsync(["NVIDIA GTC 2025: AI 최전선에서의 영감"]);
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("1개의 글");
        await Results(visit).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync(new Regex("/ko/nvidia-gtc-2025.html$"));
    }

    [Fact]
    public async Task A_Latin_word_is_found_by_how_it_begins_and_not_by_its_middle()
    {
        await using var visit = await reader.VisitAsync("/search.html");
        var box = visit.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search the text of all posts" });
        await box.FillAsync("typog");
        await Expect(Results(visit)).ToContainTextAsync(["The mathematics of line length"]);
        await box.FillAsync("ypog");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nothing found.");
        await Expect(Results(visit)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_searched_stands_in_the_address_and_is_found_by_it()
    {
        await using var visit = await reader.VisitAsync("/search.html");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("coffee & tea");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/search\.html\?q=coffee%20%26%20tea$"));
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await Expect(visit.Page).ToHaveURLAsync(new Regex(@"/search\.html$"));

        await visit.Page.GotoAsync("/search.html?q=coffee");
        await Expect(visit.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("coffee");
        await Expect(Results(visit).First).ToHaveTextAsync("A table of coffee");
    }

    [Theory]
    [InlineData("zz2-d9")]
    [InlineData("(zzz++)/[x]")]
    public async Task Signs_do_no_harm(string text)
    {
        await using var visit = await reader.VisitAsync("/search.html");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync(text);
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nothing found.");
    }

    [Fact]
    public async Task An_index_that_cannot_be_loaded_is_told_of()
    {
        await using var visit = await reader.VisitAsync(path: null);
        await visit.Page.RouteAsync("**/search.json*", route => route.AbortAsync());
        await visit.Page.GotoAsync("/search.html?q=coffee");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The list of posts cannot be loaded. Try again later.");
    }

    [Fact]
    public async Task Words_of_the_text_are_found_and_shown_where_they_stand()
    {
        await using var visit = await reader.VisitAsync("/ko/search.html?q=젠슨 영감");
        await Expect(Results(visit)).ToHaveTextAsync(["NVIDIA GTC 2025: AI 최전선에서의 영감"]);
        await Expect(visit.Page.Locator(".results p mark").First).ToHaveTextAsync(new Regex("^(젠슨|영감)$"));
    }

    [Fact]
    public async Task Only_posts_of_one_language_are_found_and_another_one_can_be_chosen()
    {
        await using var visit = await reader.VisitAsync("/search.html?q=nvidia");
        await Expect(Results(visit)).ToHaveTextAsync([new Regex("^NVIDIA GTC 2025: .*")]);
        await Expect(visit.Page.Locator(".results li")).ToHaveAttributeAsync("lang", "en");
        await visit.Page.GetByLabel("Language").SelectOptionAsync("ko");
        await Expect(visit.Page.Locator(".results li")).ToHaveAttributeAsync("lang", "ko");
        await Expect(Results(visit)).ToHaveTextAsync(["NVIDIA GTC 2025: AI 최전선에서의 영감"]);
    }

    [Theory]
    [InlineData("최전선", "ko")]
    [InlineData("gtc에서 로봇", "ko")]
    [InlineData("the", "en")]
    [InlineData("typograph line", "en")]
    [InlineData("c#", "en")]
    [InlineData("e", "en")]
    public async Task The_api_finds_the_same_posts(string text, string language)
    {
        await using var visit = await reader.VisitAsync($"/{(language == "ko" ? "ko/" : "")}search.html?q={Uri.EscapeDataString(text)}");
        await Expect(visit.Page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        var shown = await visit.Page.Locator(".results li:not(:has(time:empty)) a").EvaluateAllAsync<string[]>(
            "links => links.map(link => new URL(link.href).pathname)");
        var answer = await visit.Page.APIRequest.GetAsync($"/api/posts?pageSize=100&lang={language}&q={Uri.EscapeDataString(text)}");
        var found = (await answer.JsonAsync())!.Value.GetProperty("posts").EnumerateArray()
            .Select(post => post.GetProperty("path").GetString()!);
        Assert.Equal(found.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    private static ILocator Results(Visit visit) => visit.Page.Locator(".results a");
}
