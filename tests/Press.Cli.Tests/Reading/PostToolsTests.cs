using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Press.Cli.Tests.Reading;

/// <summary>What the page of a post can do beyond being read.</summary>
[Collection(OneReader.Name)]
public sealed class PostToolsTests(Reader reader)
{
    private const int MaxScript = 12 * 1024;

    [Fact]
    public async Task Code_is_copied_as_it_was_written()
    {
        await using var visit = await reader.VisitAsync(
            "/code-that-explains-itself.html", new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var code = visit.Page.Locator(".code-frame").First;
        await code.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(code.GetByRole(AriaRole.Button)).ToHaveTextAsync("Copied");
        Assert.Equal(
            await code.Locator("code").TextContentAsync(), await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_note_shows_in_place_and_goes_by_Escape()
    {
        await using var visit = await reader.VisitAsync("/footnotes-for-the-curious.html");
        await visit.Page.Locator("a[role=doc-noteref]").First.ClickAsync();
        var note = visit.Page.Locator(".note-card");
        await Expect(note).ToBeVisibleAsync();
        await Expect(note.Locator("[role=doc-backlink]")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(note).ToBeHiddenAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_picture_opens_large_by_the_keyboard_and_the_focus_comes_back()
    {
        await using var visit = await reader.VisitAsync(PageTypes.RealPost);
        await visit.SettleAsync();
        var picture = visit.Page.Locator(".body img.large").First;
        await picture.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var dialog = visit.Page.Locator("dialog.picture");
        await Expect(dialog).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(picture).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_contents_stand_beside_the_text_on_a_wide_screen_and_fold_on_a_narrow_one()
    {
        await using var visit = await reader.VisitAsync(PageTypes.RealPost, new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var link = visit.Page.Locator(".toc a").Last;
        await Expect(link).ToBeVisibleAsync();
        await visit.Page.EvaluateAsync("scrollTo({ top: 2000, behavior: 'instant' })");
        await Expect(link).ToBeInViewportAsync();

        await visit.Page.SetViewportSizeAsync(390, 800);
        await Expect(link).ToBeHiddenAsync();
        await visit.Page.EvaluateAsync("scrollTo({ top: 0, behavior: 'instant' })");
        await Expect(visit.Page.Locator(".body > p").First).ToBeInViewportAsync();
        await visit.Page.Locator(".toc summary").ClickAsync();
        await Expect(link).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_script_is_small()
    {
        await using var visit = await reader.VisitAsync("/");
        var script = await visit.Page.EvaluateAsync<int>(
            "fetch(document.querySelector('script[src]').src).then(answer => answer.text()).then(text => new Blob([text]).size)");
        Assert.InRange(script, 1, MaxScript);
    }
}
