using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Http.Tests;

public sealed class StoredCatalogReaderTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly CountingStore _press = new(new MemoryStore());
    private readonly MemoryStore _posts = new();
    private readonly PublishingEngine _engine;
    private readonly StoredCatalogReader _reader;

    public StoredCatalogReaderTests()
    {
        _engine = new PublishingEngine(new SiteStores(_posts, new MemoryStore(), new MemoryStore(), _press), _clock);
        _reader = new StoredCatalogReader(_press, new MemoryStore(), TimeSpan.FromSeconds(5), _clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_anything_is_published_the_catalog_is_empty() => Assert.Empty((await CatalogAsync()).Entries);

    [Fact]
    public async Task A_published_post_is_in_the_catalog_with_its_html()
    {
        await PublishAsync("_posts/2025-01-02-a.md", "# Title\n\nSee [b](2025-01-03-b.md).");
        await PublishAsync("_posts/2025-01-03-b.md", "text");

        var entry = Assert.Single((await CatalogAsync()).WithSlug("a"));
        Assert.Equal(("2025-01-02-a.md", "Title"), (entry.Id, entry.Title));
        Assert.Equal("<p>See <a href=\"/b.html\">b</a>.</p>\n", await _reader.GetHtmlAsync(entry, Cancellation));
        Assert.Null(await _reader.GetHtmlAsync(entry with { Source = "gone.md" }, Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public async Task A_question_costs_one_request_and_the_parts_that_are_new_and_none_within_the_cache_time(int posts)
    {
        for (var number = 0; number < posts; number++)
            await _posts.WriteAsync(
                $"{number}.md", new StoreContent("text"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        await _engine.SweepAsync(Cancellation);

        // The manifest, and parts of some 32 posts each.
        Assert.InRange(await RequestsOfAsync(() => _reader.GetCatalogAsync(Cancellation).AsTask()), 2, 2 + (posts / 16));
        Assert.Equal(0, await RequestsOfAsync(() => _reader.GetCatalogAsync(Cancellation).AsTask()));
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(
            1,
            await RequestsOfAsync(() => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _reader.GetCatalogAsync(Cancellation).AsTask()))));
        Assert.Equal(posts, (await CatalogAsync()).Entries.Length);
    }

    [Fact]
    public async Task A_new_post_is_seen_after_the_cache_time()
    {
        await PublishAsync("a.md", "text");
        Assert.Single((await CatalogAsync()).Entries);
        await PublishAsync("b.md", "text");
        Assert.Single((await CatalogAsync()).Entries);
        _clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(2, (await CatalogAsync()).Entries.Length);
    }

    private async Task<Catalog> CatalogAsync()
    {
        var (catalog, age) = await _reader.GetCatalogAsync(Cancellation);
        Assert.Null(age);
        return catalog;
    }

    private async Task PublishAsync(string name, string text)
    {
        await _posts.WriteAsync(
            name, new StoreContent(System.Text.Encoding.UTF8.GetBytes(text), "text/plain"), WriteCondition.Always, Cancellation);
        await _engine.PublishAsync(name, Cancellation);
    }

    private async Task<int> RequestsOfAsync(Func<Task> ask)
    {
        var before = _press.Requests;
        await ask();
        return _press.Requests - before;
    }
}
