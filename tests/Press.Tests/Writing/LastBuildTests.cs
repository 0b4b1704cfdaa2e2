using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests;

/// <summary>A build that would change nothing is known without a look into any source, and no other one is taken for it.</summary>
public sealed class LastBuildTests
{
    private const string Blog =
        "-- a.md --\n---\ndate: 2025-01-01\n---\nA [dead](nowhere.md) link.\n"
            + "-- b.md --\n---\ndate: 2025-07-02\n---\nSoon.\n-- _config.yml --\ntitle: T\n";

    private readonly MemoryStore _sources = new();
    private readonly MemoryStore _target = new();
    private readonly MemoryStore _state = new();
    private readonly FakeTimeProvider _clock = new(SiteText.Now);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_changed_is_known_with_what_was_found()
    {
        var built = await BuildAsync();
        var found = await FindAsync();
        Assert.NotNull(found);
        Assert.Equal((0, built.Written, 0), (found.Written, found.Unchanged, found.Deleted));
        Assert.Equal((1, true), (found.Posts, found.HasPosts));
        Assert.Equal(
            built.Diagnostics.Select(diagnostic => diagnostic.ToString()), found.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        Assert.NotEmpty(found.Diagnostics);
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("c.md")]
    [InlineData("_config.yml")]
    [InlineData("_layouts/post.html")]
    [InlineData("pictures/p.svg")]
    public async Task A_source_that_is_written_is_another_site(string name)
    {
        await BuildAsync();
        await PutAsync(_sources, name, "<p>x</p>");
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task A_source_that_is_deleted_is_another_site()
    {
        await BuildAsync();
        await _sources.DeleteAsync("b.md", ifMatch: null, Cancellation);
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task Who_wrote_or_deleted_in_the_target_has_it_made_good()
    {
        await BuildAsync();
        await PutAsync(_target, "a.html", "mine");
        Assert.Null(await FindAsync());
        Assert.Equal(1, (await BuildAsync()).Written);
        await _target.DeleteAsync("index.html", ifMatch: null, Cancellation);
        Assert.Null(await FindAsync());
        await BuildAsync();
        await PutAsync(_target, "CNAME", "blog.example.com");
        Assert.Null(await FindAsync());
        await BuildAsync();
        Assert.NotNull(await FindAsync());
    }

    [Fact]
    public async Task A_post_that_comes_due_and_a_clock_that_goes_back_are_another_site()
    {
        await BuildAsync();
        var before = new FakeTimeProvider(SiteText.Now.AddSeconds(-1));
        Assert.Null(await FindAsync(Local(before)));
        _clock.SetUtcNow(new DateTimeOffset(2025, 7, 1, 23, 59, 59, TimeSpan.Zero));
        Assert.NotNull(await FindAsync());
        _clock.SetUtcNow(new DateTimeOffset(2025, 7, 2, 0, 0, 0, TimeSpan.Zero));
        Assert.Null(await FindAsync());
        await BuildAsync();
        Assert.Equal(2, (await FindAsync())!.Posts);
    }

    [Fact]
    public async Task Who_calls_it_otherwise_has_another_site()
    {
        await BuildAsync();
        Assert.Null(await FindAsync(Local(_clock, shows: ShownPosts.All)));
        Assert.Null(await FindAsync(Local(_clock, trustsHtml: true)));
        Assert.Null(await Local(_clock).FindUnchangedAsync(_target, "other.json", Cancellation));
    }

    [Fact]
    public async Task Settings_under_a_wrong_name_are_told_of_as_soon_as_they_are_there()
    {
        await BuildAsync();
        await _sources.DeleteAsync("_config.yml", ifMatch: null, Cancellation);
        await BuildAsync();
        Assert.Contains(
            "there is no '_config.yml'",
            (await FindAsync())!.Diagnostics.Single(found => found.Rule.Code == "CF041").Message,
            StringComparison.Ordinal);
        await PutAsync(_sources, "config.yml", "title: T");
        Assert.Null(await FindAsync());
    }

    [Fact]
    public async Task What_the_target_refused_is_tried_again()
    {
        await BuildAsync(new RefusingStore(_target));
        Assert.Null(await FindAsync());
    }

    private async Task<WriteSummary> BuildAsync(IStore? target = null)
    {
        if (!_sources.Names.Any())
        {
            foreach (var source in SiteText.Sources(Blog))
                await PutAsync(_sources, source.Name, System.Text.Encoding.UTF8.GetString(source.Bytes.Span));
        }

        var local = Local(_clock);
        return await local.WriteAsync(
            await local.ReadAsync(progress: null, Cancellation), target ?? _target, "list.json", progress: null, Cancellation);
    }

    private Task<WriteSummary?> FindAsync(LocalSite? local = null) =>
        (local ?? Local(_clock)).FindUnchangedAsync(_target, "list.json", Cancellation);

    private LocalSite Local(TimeProvider clock, bool trustsHtml = false, ShownPosts? shows = null) =>
        new(new SourceInventory(_sources), _state, clock, trustsHtml) { Shows = shows ?? ShownPosts.Public };

    private static async Task PutAsync(MemoryStore store, string name, string text) =>
        await store.WriteAsync(
            name, new StoreContent(System.Text.Encoding.UTF8.GetBytes(text), "text/plain"), WriteCondition.Always, Cancellation);
}
