using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

public sealed class StoredPreviewsTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts = new();
    private readonly MemoryStore _site = new();
    private readonly MemoryStore _public = new();
    private readonly MemoryStore _press = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("draft.md", "---\ndraft: true\n---\nIts text.\n", ReceiptState.Withheld)]
    [InlineData("2099-01-01-later.md", "Its text.\n", ReceiptState.Scheduled)]
    [InlineData("over.md", "---\nexpiryDate: 2001-01-01\n---\nIts text.\n", ReceiptState.Withheld)]
    [InlineData("글/시.md", "---\npublished: false\n---\nIts text.\n", ReceiptState.Withheld)]
    [InlineData("page.html", "---\ntitle: x\npublished: false\n---\n<p>Its text.</p>\n", ReceiptState.Withheld)]
    public async Task What_is_not_public_is_seen_as_it_will_be_and_stored_nowhere(string name, string text, ReceiptState state)
    {
        await PublishAsync("2025-01-01-a.md", "text");
        await PublishAsync(name, text);
        var receipt = await ReceiptOfAsync(name);
        Assert.Equal((state, StoredPreviews.PathOf(name)), (receipt.State, receipt.Preview));

        var (before, writes) = (_public.Names, _press.Writes);
        var html = await PreviewAsync(name);
        Assert.Contains("<p>Its text.</p>", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
        Assert.Equal(before, _public.Names);
        Assert.Equal(writes, _press.Writes);
    }

    [Fact]
    public async Task A_preview_differs_from_the_page_that_follows_by_noindex_alone()
    {
        await PublishAsync("2025-01-01-a.md", "---\ntags: [tea]\n---\ntext");
        await PublishAsync("2025-01-02-c.md", "---\ntags: [tea]\ndraft: true\n---\nAnother draft.\n");
        await PublishAsync("2025-01-03-b.md", "---\ntags: [tea]\ndraft: true\n---\n[a](a.html) &amp; “text”\n\n![x](/x.png)\n");
        var preview = await PreviewAsync("2025-01-03-b.md");
        Assert.DoesNotContain("c.html", preview, StringComparison.Ordinal);

        await PublishAsync("2025-01-03-b.md", "---\ntags: [tea]\n---\n[a](a.html) &amp; “text”\n\n![x](/x.png)\n");
        var page = PreviewPage.Of(_public.Items["b.html"].Bytes.Span, url: null);
        Assert.Equal(Encoding.UTF8.GetString(page), preview);
    }

    [Fact]
    public async Task The_look_and_the_links_of_a_preview_are_those_of_the_site_that_has_a_url()
    {
        await PutAsync(_site, "_config.yml", "url: https://blog.example.com\nbaseurl: /blog\n");
        await PutAsync(_site, "_layouts/post.html", "---\nlayout: default\n---\n<b>own</b>{{ content }}");
        await PublishAsync("draft.md", "---\ndraft: true\n---\n# Part\n\n[part](#part) [home](/blog/)\n");
        await NewEngine().SweepAsync(Cancellation);

        var html = await PreviewAsync("draft.md");
        Assert.Contains("<b>own</b>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://blog.example.com/blog/assets/press.css?v=", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://blog.example.com/blog/\">home", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#part\"", html, StringComparison.Ordinal);
        Assert.Contains("script-src 'self' https://blog.example.com", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/blog/assets/press.css?v=", await PreviewAsync("draft.md", areBesideSite: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_public_faulty_or_no_post_has_no_preview_and_the_reason_is_said()
    {
        await PutAsync(_site, "_config.yml", "url: https://blog.example.com\nexclude: [out]\n");
        await PublishAsync("a.md", "text");
        await PublishAsync("bad.md", "---\ntitle: x\ntags: [a\n---\n");
        await PublishAsync("out/b.md", "---\ndraft: true\n---\n");
        await PublishAsync("c.md", "---\ndraft: true\npermalink: /a.html\n---\n");
        await NewEngine().SweepAsync(Cancellation);

        Assert.Equal("https://blog.example.com/a.html", Assert.IsType<PostPreview.Published>(await FindAsync("a.md")).Url);
        Assert.Contains(
            "bad.md(4,1): error FM002", Assert.IsType<PostPreview.Refused>(await FindAsync("bad.md")).Reason, StringComparison.Ordinal);
        Assert.Contains("exclude", Assert.IsType<PostPreview.Refused>(await FindAsync("out/b.md")).Reason, StringComparison.Ordinal);
        Assert.Contains("a.md", Assert.IsType<PostPreview.Refused>(await FindAsync("c.md")).Reason, StringComparison.Ordinal);
        Assert.Null(await FindAsync("none.md"));
        Assert.Null(await FindAsync("a//b"));
    }

    [Fact]
    public async Task A_post_that_comes_out_has_no_preview_any_more()
    {
        await PublishAsync("2025-12-01-later.md", "text");
        Assert.NotNull((await ReceiptOfAsync("2025-12-01-later.md")).Preview);
        _clock.SetUtcNow(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await NewEngine().SweepAsync(Cancellation);
        Assert.Null((await ReceiptOfAsync("2025-12-01-later.md")).Preview);
        Assert.IsType<PostPreview.Published>(await FindAsync("2025-12-01-later.md"));
    }

    private PublishingEngine NewEngine() => new(new SiteStores(_posts, _site, _public, _press), _clock);

    private async Task PublishAsync(string name, string text)
    {
        await PutAsync(_posts, name, text);
        await NewEngine().PublishAsync(name, Cancellation);
    }

    private static Task<string?> PutAsync(MemoryStore store, string name, string text) =>
        store.WriteAsync(name, new StoreContent(Encoding.UTF8.GetBytes(text), "text/plain"), WriteCondition.Always, Cancellation);

    private async Task<Receipt> ReceiptOfAsync(string name) => (await ReceiptFolder.OfPosts(_press).FindAsync(name, Cancellation))!;

    private Task<PostPreview?> FindAsync(string name, bool areBesideSite = false) =>
        new StoredPreviews(_press, _clock) { AreBesideSite = areBesideSite }.FindAsync(name, Cancellation);

    private async Task<string> PreviewAsync(string name, bool areBesideSite = false) =>
        Encoding.UTF8.GetString(Assert.IsType<PostPreview.Page>(await FindAsync(name, areBesideSite)).Html.Span);
}
