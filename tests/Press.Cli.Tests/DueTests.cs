using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Press.Cli.Tests;

/// <summary>Posts whose date comes while the site is served.</summary>
public sealed class DueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_that_comes_due_appears_by_itself()
    {
        using var site = new SiteCopy();
        await File.WriteAllTextAsync(
            site.PathOf("_posts/soon.md"), "---\ntitle: Soon\ndate: 2030-03-01 09:00:00 +0000\n---\nText.\n", Cancellation);
        await File.WriteAllTextAsync(
            site.PathOf("_posts/later.md"), "---\ntitle: Later\ndate: 2030-06-01 09:00:00 +0000\n---\nText.\n", Cancellation);
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var ctrlC = new CancellationTokenSource();
        var run = PressRun.Start(clock, ctrlC.Token, "serve", site.Folder, "--port", "0");
        using var client = new HttpClient { BaseAddress = await run.AddressAsync() };
        await run.LineAsync("10 posts, 3 drafts, 3 posts to come");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/soon.html"));

        clock.SetUtcNow(new DateTimeOffset(2030, 3, 1, 9, 0, 0, TimeSpan.Zero));
        await run.LineAsync("11 posts, 3 drafts, 2 posts to come");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/soon.html"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/later.html"));

        clock.SetUtcNow(new DateTimeOffset(2030, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await run.LineAsync("12 posts, 3 drafts, 1 post to come");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/later.html"));

        await ctrlC.CancelAsync();
        Assert.Equal(0, await run.ExitCode.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            return answer.StatusCode;
        }
    }
}
