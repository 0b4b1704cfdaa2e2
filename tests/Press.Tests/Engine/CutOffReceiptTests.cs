using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Work that is cut off between two writes, and what comes after it.</summary>
public sealed class CutOffReceiptTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts = new();
    private readonly MemoryStore _site = new();
    private readonly MemoryStore _public = new();
    private readonly MemoryStore _press = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_that_are_taken_back_leave_no_trace_in_the_receipt_of_a_picture()
    {
        await PutAsync(_posts, "e.png", "picture");
        await Engine(_press).SweepAsync(Cancellation);
        Assert.Equal("/e.png", await UrlOfAsync("e.png"));

        await PutAsync(_site, "_config.yml", "url: https://example.com");
        await Assert.ThrowsAsync<StoreException>(
            () => Engine(new Without(EngineItems.Manifest, _press)).ApplySiteAsync("_config.yml", Cancellation));
        await _site.DeleteAsync("_config.yml", null, Cancellation);

        await Engine(_press).SweepAsync(Cancellation);
        await Engine(_press).SweepAsync(Cancellation);
        Assert.Equal("/e.png", await UrlOfAsync("e.png"));
    }

    [Fact]
    public async Task Who_lost_its_url_for_a_moment_less_does_not_claim_it_for_ever()
    {
        const string Text = "---\npermalink: /x.html\n---\nText\n";
        await PutAsync(_posts, "a.md", Text);
        await PutAsync(_posts, "b.md", Text);
        await Engine(_press).SweepAsync(Cancellation);
        Assert.Null(await UrlOfAsync("b.md"));

        await _posts.DeleteAsync("a.md", null, Cancellation);
        await Assert.ThrowsAsync<StoreException>(
            () => Engine(new Without(EngineItems.Manifest, _press)).PublishAsync("a.md", Cancellation));
        await PutAsync(_posts, "a.md", Text);

        await Engine(_press).SweepAsync(Cancellation);
        await Engine(_press).SweepAsync(Cancellation);
        Assert.Null(await UrlOfAsync("b.md"));
    }

    [Fact]
    public async Task A_delete_that_was_cut_off_before_it_was_told_of_is_finished_when_it_is_tried_again()
    {
        await PutAsync(_posts, "a.md", "Text");
        await Engine(_press).SweepAsync(Cancellation);
        await _posts.DeleteAsync("a.md", null, Cancellation);
        await Assert.ThrowsAsync<StoreException>(
            () => Engine(new Without(EngineItems.MarksFolder, _press)).PublishAsync("a.md", Cancellation));
        Assert.Contains("a.html", _public.Names);

        await Engine(_press).PublishAsync("a.md", Cancellation);
        Assert.DoesNotContain("a.html", _public.Names);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_look_at_everything_that_is_cut_off_is_begun_anew_by_whoever_comes_next(int saves)
    {
        for (var number = 0; number < 6; number++)
            await PutAsync(_posts, $"{number}.md", "Text");
        await Engine(_press).SweepAsync(Cancellation);
        // All that was known is lost.
        await _press.DeleteAsync(EngineItems.Manifest, null, Cancellation);
        await PutAsync(_public, "left.html", "Of a builder that died before it could name it.");

        await PutAsync(_posts, "new.md", "Text");
        var dying = new SiteStores(_posts, _site, _public, new Without(EngineItems.Manifest, _press, after: saves));
        await Assert.ThrowsAsync<StoreException>(() => new PublishingEngine(
            dying, _clock, trustsHtml: false, new BuildLimits(Parallel: 1, Batch: 2)).PublishAsync("new.md", Cancellation));
        await PutAsync(_posts, "newer.md", "Text");
        await Engine(_press).PublishAsync("newer.md", Cancellation);

        var catalog = await new StateStore(_press).ReadAsync(Cancellation);
        Assert.Equal(8, catalog.Memory.ToCatalog().Entries.Length);
        Assert.DoesNotContain("left.html", _public.Names);
        Assert.False(catalog.Memory.IsPartial);
    }

    private PublishingEngine Engine(IStore press) => new(new SiteStores(_posts, _site, _public, press), _clock);

    private async Task<string?> UrlOfAsync(string source) => (await ReceiptFolder.OfPosts(_press).FindAsync(source, Cancellation))!.Url;

    private static async Task PutAsync(MemoryStore store, string name, string content) =>
        await store.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(content), "text/plain"), WriteCondition.Always, Cancellation);

    /// <summary>The storage does not answer any more when an item whose name begins so is to be written, after some writes.</summary>
    private sealed class Without(string item, MemoryStore store, int after = 0) : DelegatingStore(store)
    {
        private int _left = after;

        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
            name.StartsWith(item, StringComparison.Ordinal) && _left-- <= 0
                ? throw new StoreException(name, "503", cause: null)
                : base.WriteAsync(name, content, condition, cancellationToken);
    }
}
