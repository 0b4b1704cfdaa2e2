using Microsoft.Playwright;

namespace Press.Cli.Tests.Reading;

/// <summary>When a page first shows something. A busy machine paints later than the last file comes, so it is waited for.</summary>
internal static class PagePaint
{
    // Not WaitForFunctionAsync: it evaluates its text again in each frame, which the pages' policy forbids.
    private const string First = """
        new Promise(done => new PerformanceObserver((list, observer) => {
          const first = list.getEntriesByName("first-contentful-paint")[0];
          if (first) {
            observer.disconnect();
            done(first.startTime);
          }
        }).observe({ type: "paint", buffered: true }))
        """;

    /// <summary>The first contentful paint of what the tab shows, in milliseconds since it was asked for.</summary>
    public static Task<double> FirstAsync(IPage tab) => tab.EvaluateAsync<double>(First);
}
