using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Http.Tests;

/// <summary>What the index answers while the storage does not.</summary>
public sealed class StorageOutageTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts = new();
    private readonly UnreliableStore _press = new(new MemoryStore());
    private readonly PublishingEngine _engine;
    private readonly IndexApi _api;

    public StorageOutageTests()
    {
        _engine = new PublishingEngine(new SiteStores(_posts, new MemoryStore(), new MemoryStore(), _press), _clock);
        _api = new IndexApi(new StoredCatalogReader(_press, new MemoryStore(), TimeSpan.FromSeconds(5), _clock), _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_catalog_answers_and_its_age_counts_from_when_it_was_the_newest()
    {
        await PublishAsync("a.md");
        var before = await AskAsync();
        Assert.Null(before.Age);

        _press.Fails = true;
        foreach (var (seconds, age) in new[] { (10, "10"), (50, "60"), (3600, "3660") })
        {
            _clock.Advance(TimeSpan.FromSeconds(seconds));
            var meanwhile = await AskAsync();
            Assert.Equal((before.Body, before.ETag, age), (meanwhile.Body, meanwhile.ETag, meanwhile.Age));
        }

        _press.Recover();
        await PublishAsync("b.md");
        _clock.Advance(TimeSpan.FromSeconds(10));
        var afterwards = await AskAsync();
        Assert.Contains("\"total\":2", afterwards.Body, StringComparison.Ordinal);
        Assert.Null(afterwards.Age);
    }

    [Fact]
    public async Task A_storage_that_has_just_failed_is_left_alone_for_a_while()
    {
        await PublishAsync("a.md");
        await AskAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (_press.Fails, var reads) = (true, _press.Reads);
        for (var question = 0; question < 10; question++)
            Assert.NotNull((await AskAsync()).Age);
        Assert.Equal(1, _press.Reads - reads);

        _clock.Advance(TimeSpan.FromSeconds(6));
        await AskAsync();
        Assert.Equal(2, _press.Reads - reads);
    }

    [Fact]
    public async Task A_storage_that_hangs_is_waited_for_once_and_its_late_answer_counts()
    {
        await PublishAsync("a.md");
        await AskAsync();
        await PublishAsync("b.md");
        _clock.Advance(TimeSpan.FromSeconds(10));
        (_press.Hangs, var reads) = (true, _press.Reads);

        var first = AskAsync();
        await EventuallyAsync(() => Task.FromResult(_press.Reads > reads));
        Assert.False(first.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        Assert.Equal("11", (await first).Age);
        Assert.Equal("11", (await AskAsync()).Age);
        Assert.Equal(1, _press.Reads - reads);

        _press.Recover();
        await EventuallyAsync(async () => (await AskAsync()).Body.Contains("\"total\":2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_catalog_nobody_waits_longer_than_two_seconds(bool hangs)
    {
        (_press.Hangs, _press.Fails) = (hangs, !hangs);
        Func<HttpContext, Task>[] questions = [_api.ListPostsAsync, _api.ListTagsAsync, context => _api.GetPostAsync(context, "a")];
        foreach (var ask in questions)
        {
            var answer = AskAsync(ask, Cancellation);
            _clock.Advance(TimeSpan.FromSeconds(1.9));
            await Assert.ThrowsAsync<StoreException>(() => answer);
        }
    }

    [Fact]
    public async Task A_post_whose_text_cannot_be_read_is_no_404()
    {
        await PublishAsync("a.md");
        await AskAsync();
        _press.Fails = true;
        await Assert.ThrowsAsync<StoreException>(() => AskAsync(context => _api.GetPostAsync(context, "a"), Cancellation));
    }

    [Fact]
    public async Task Who_leaves_does_not_end_the_request_that_others_wait_for()
    {
        await PublishAsync("a.md");
        _press.Hangs = true;
        using var leaving = new CancellationTokenSource();
        var (first, second) = (AskAsync(_api.ListPostsAsync, leaving.Token), AskAsync());
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        _press.Recover();
        Assert.Contains("\"total\":1", (await second).Body, StringComparison.Ordinal);
    }

    private Task<(string Body, string? ETag, string? Age)> AskAsync() => AskAsync(_api.ListPostsAsync, Cancellation);

    private static async Task<(string Body, string? ETag, string? Age)> AskAsync(Func<HttpContext, Task> handler, CancellationToken aborted)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        context.Request.Method = "GET";
        using var body = new MemoryStream();
        context.Response.Body = body;
        await handler(context);
        return (System.Text.Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers.ETag, context.Response.Headers.Age);
    }

    /// <summary>The request that was answered late ends on another thread.</summary>
    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
            await Task.Yield();
    }

    private async Task PublishAsync(string name)
    {
        await _posts.WriteAsync(name, new StoreContent("text"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        await _engine.PublishAsync(name, Cancellation);
    }
}
