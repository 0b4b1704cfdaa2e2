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

    private PublishingEngine Engine(IStore press) => new(new SiteStores(_posts, _site, _public, press), _clock);

    private async Task<string?> UrlOfAsync(string source) => (await ReceiptFolder.OfPosts(_press).FindAsync(source, Cancellation))!.Url;

    private static async Task PutAsync(MemoryStore store, string name, string content) =>
        await store.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(content), "text/plain"), WriteCondition.Always, Cancellation);

    /// <summary>The storage does not answer any more when an item whose name begins so is to be written.</summary>
    private sealed class Without(string item, MemoryStore store) : DelegatingStore(store)
    {
        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
            name.StartsWith(item, StringComparison.Ordinal)
                ? throw new StoreException(name, "503", cause: null)
                : base.WriteAsync(name, content, condition, cancellationToken);
    }
}
