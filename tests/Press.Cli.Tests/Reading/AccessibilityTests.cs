using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>What axe finds on every kind of page: the rules of WCAG 2.2 AA, and best practice.</summary>
/// <seealso href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md"/>
[Collection(OneReader.Name)]
public sealed class AccessibilityTests(Reader reader)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [MemberData(nameof(PageTypes.All), MemberType = typeof(PageTypes))]
    public async Task It_has_no_barrier_in_light_or_dark_on_a_wide_or_a_narrow_screen(string path)
    {
        await using var visit = await reader.VisitAsync(path);
        await visit.SettleAsync();
        await AssertNoBarriersAsync(visit, ColorScheme.Light, width: 1280);
        await AssertNoBarriersAsync(visit, ColorScheme.Dark, width: 390);
    }

    [Fact]
    public async Task A_missing_page_has_none_either()
    {
        await using var visit = await reader.VisitAsync("/no-such-page.html");
        await AssertNoBarriersAsync(visit, ColorScheme.Light, width: 1280);
    }

    /// <summary>It leads on at once, so that it has to be stopped to be looked at.</summary>
    [Fact]
    public async Task A_page_that_leads_on_has_none_either()
    {
        await using var visit = await reader.VisitAsync(path: null);
        await visit.Page.RouteAsync("**" + ServedBlog.MovedPath, async route =>
        {
            var answer = await route.FetchAsync();
            var body = (await answer.TextAsync())
                .Replace("http-equiv=\"refresh\"", "name=\"stopped\"", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = answer, Body = body });
        });
        await visit.Page.GotoAsync(ServedBlog.MovedPath);
        await AssertNoBarriersAsync(visit, ColorScheme.Light, width: 1280);
        await AssertNoBarriersAsync(visit, ColorScheme.Dark, width: 390);
    }

    private static async Task AssertNoBarriersAsync(Visit visit, ColorScheme colors, int width)
    {
        var barriers = await BarriersAsync(visit, colors, width);
        // The whole of it: an assertion of equality would show its beginning.
        Assert.True(barriers is "", barriers);
    }

    private static async Task<string> BarriersAsync(Visit visit, ColorScheme colors, int width)
    {
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = colors });
        await visit.Page.SetViewportSizeAsync(width, 844);
        var found = await visit.Page.RunAxe(Rules);
        return string.Join('\n',
            from rule in found.Violations
            from node in rule.Nodes
            let checks = node.Any.Concat(node.All).Concat(node.None)
            select $"{rule.Id} ({colors}, {width} wide): {rule.Help}. {node.Html} "
                + string.Join(' ', checks.Select(check => check.Message)));
    }
}
