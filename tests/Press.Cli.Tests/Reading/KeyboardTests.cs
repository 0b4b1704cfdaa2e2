using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

/// <summary>Reading without a mouse.</summary>
[Collection(OneReader.Name)]
public sealed class KeyboardTests(Reader reader)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/archive.html")]
    [InlineData(PageTypes.RealPost)]
    public async Task The_skip_link_comes_first_is_seen_and_skips(string path)
    {
        await using var visit = await reader.VisitAsync(path);
        await visit.Page.Keyboard.PressAsync("Tab");
        var skip = visit.Page.Locator("a.skip");
        await Expect(skip).ToBeFocusedAsync();
        await Expect(skip).ToBeInViewportAsync(new() { Ratio = 1 });

        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("#press:content$"));
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/search.html?q=coffee")]
    [InlineData("/code-that-explains-itself.html")]
    [InlineData(PageTypes.RealPost)]
    public async Task The_focus_is_seen_wherever_it_is(string path)
    {
        await using var visit = await reader.VisitAsync(path);
        await visit.SettleAsync();
        var focused = 0;
        for (; focused < 80; focused++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var seen = await visit.Page.EvaluateAsync<string>("""
                () => {
                  const element = document.activeElement;
                  if (element === document.body) return "end";
                  const { outlineStyle, outlineWidth } = getComputedStyle(element);
                  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 ? "seen" : `not seen: ${element.outerHTML}`;
                }
                """);
            if (seen == "end")
                break;
            Assert.Equal("seen", seen);
        }

        Assert.InRange(focused, 8, 79);
    }

    [Fact]
    public async Task A_post_is_found_and_opened_by_typing_and_Enter()
    {
        await using var visit = await reader.VisitAsync("/search.html");
        await Expect(visit.Page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();
        await visit.Page.Keyboard.TypeAsync("coffee");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "A table of coffee" })).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("A table of coffee");
    }

    [Fact]
    public async Task The_theme_is_switched_by_the_space_bar()
    {
        await using var visit = await reader.VisitAsync("/");
        var button = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Light or dark" });
        await button.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
    }
}
