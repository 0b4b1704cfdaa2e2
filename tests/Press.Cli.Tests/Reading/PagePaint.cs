using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>When a page first shows something. A busy machine paints later than the last file comes, so it is waited for.</summary>
internal static class PagePaint
{
    private const string Found = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime";

    /// <summary>The first contentful paint of what the tab shows, in milliseconds since it was asked for.</summary>
    public static async Task<double> FirstAsync(IPage tab)
    {
        await tab.WaitForFunctionAsync($"{Found} !== undefined");
        return await tab.EvaluateAsync<double>(Found);
    }
}
