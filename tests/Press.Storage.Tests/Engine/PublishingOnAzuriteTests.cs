using Press.Testing;

namespace Press.Storage.Tests;

/// <summary>What the functions call, over the real protocol: an author's uploads, seen by a reader.</summary>
public sealed class PublishingOnAzuriteTests(AzuriteFixture fixture) : IAsyncLifetime
{
    private const string RealName = "2025-03-24-nvidia-gtc-2025.md";
    private const string RealPage = "ko/nvidia-gtc-2025.html";

    private static readonly string RealText = File.ReadAllText(Repository.RealPost);

    private AzuriteSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await AzuriteSite.CreateAsync(fixture);

    public ValueTask DisposeAsync()
    {
        _site?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_real_post_is_published_and_found()
    {
        await _site.PublishAsync(RealName, RealText);

        Assert.Contains("물리적 AI(Physical AI).</strong>", await _site.ReadAsync(RealPage), StringComparison.Ordinal);
        Assert.Equal([RealName], await _site.QueryAsync("?tag=llm&featured=true"));
        var receipt = await _site.ReceiptAsync(RealName);
        Assert.Equal((ReceiptState.Published, RealPage, "/" + RealPage), (receipt.State, receipt.File, receipt.Url));
        // Its pictures were not uploaded.
        Assert.All(receipt.Diagnostics, found => Assert.Equal(("MD012", "warning"), (found.Code, found.Severity)));

        using var http = new HttpClient();
        using var page = await http.GetAsync(new Uri(_site.PublicAddress + RealPage), Cancellation);
        Assert.Equal("text/html; charset=utf-8", page.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, must-revalidate, max-age=0", page.Headers.CacheControl!.ToString());
        Assert.Contains("id=\"latest\"", await _site.ReadAsync("ko/index.html"), StringComparison.Ordinal);
        Assert.NotNull(await _site.ReadAsync("assets/press.css"));
    }

    [Fact]
    public async Task A_file_that_is_handed_out_as_something_else_is_mended()
    {
        await _site.PublishAsync(RealName, RealText);
        using var http = new HttpClient();
        var address = new Uri(_site.PublicAddress + "assets/press.css");
        var styles = await http.GetByteArrayAsync(address, Cancellation);
        await _site.Stores.Public.WriteAsync(
            "assets/press.css", new StoreContent(styles, "text/plain"), WriteCondition.Always, Cancellation);

        await _site.Engine.SweepAsync(Cancellation);
        using var repaired = await http.GetAsync(address, Cancellation);
        Assert.Equal("text/css; charset=utf-8", repaired.Content.Headers.ContentType!.ToString());
        Assert.Equal(TimeSpan.FromDays(365), repaired.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task An_edit_is_seen_and_a_moved_post_leaves_nothing_behind()
    {
        await _site.PublishAsync(RealName, RealText);
        await _site.PublishAsync(RealName, RealText.Replace("<!--more-->", "An added sentence.\n\n<!--more-->", StringComparison.Ordinal));
        Assert.Contains("An added sentence.", await _site.ReadAsync(RealPage), StringComparison.Ordinal);

        await _site.PublishAsync(RealName, RealText.Replace("lang: ko", "lang: ko\npermalink: /gtc/", StringComparison.Ordinal));
        Assert.Null(await _site.ReadAsync(RealPage));
        Assert.NotNull(await _site.ReadAsync("ko/gtc/index.html"));
        Assert.Equal("/ko/gtc/", (await _site.ReceiptAsync(RealName)).Url);
    }

    [Fact]
    public async Task A_translation_is_linked_from_its_sibling()
    {
        await _site.PublishAsync(RealName, RealText);
        Assert.DoesNotContain("hreflang=\"en\"", await _site.ReadAsync(RealPage), StringComparison.Ordinal);

        await _site.PublishAsync(
            "2025-03-24-gtc.md",
            "---\nlang: en\npage_id: gtc_2025_review\n---\nText.\n".Replace(
                "gtc_2025_review", PageIdOf(RealText), StringComparison.Ordinal));
        Assert.Contains("hreflang=\"en\" href=\"/gtc.html\"", await _site.ReadAsync(RealPage), StringComparison.Ordinal);

        await _site.DeleteAsync("2025-03-24-gtc.md");
        Assert.DoesNotContain("hreflang=\"en\"", await _site.ReadAsync(RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_tag_changes_the_index()
    {
        await _site.PublishAsync("2025-01-01-a.md", "---\ntags: [Tea]\n---\nText.\n");
        Assert.Equal(["2025-01-01-a.md"], await _site.QueryAsync("?tag=tea"));
        await _site.PublishAsync("2025-01-01-a.md", "---\ntags: [Coffee]\n---\nText.\n");
        Assert.Equal(["2025-01-01-a.md"], await _site.QueryAsync("?tag=coffee"));
    }

    [Fact]
    public async Task A_faulty_post_keeps_its_page_and_its_receipt_says_where()
    {
        await _site.PublishAsync(RealName, RealText);
        var before = await _site.ReadAsync(RealPage);
        await _site.PublishAsync(RealName, "---\ntitle: x\ntags: [a, b\n---\n");

        Assert.Equal(before, await _site.ReadAsync(RealPage));
        Assert.Equal([RealName], await _site.QueryAsync());
        var receipt = await _site.ReceiptAsync(RealName);
        Assert.Equal((ReceiptState.Faulty, "/" + RealPage), (receipt.State, receipt.Url));
        var diagnostic = Assert.Single(receipt.Diagnostics);
        Assert.Equal(("FM002", 4, 1), (diagnostic.Code, diagnostic.Line, diagnostic.Column));
    }

    [Fact]
    public async Task A_deleted_post_is_gone_from_everywhere()
    {
        await _site.PublishAsync(RealName, RealText);
        await _site.DeleteAsync(RealName);

        Assert.Null(await _site.ReadAsync(RealPage));
        Assert.Null(await _site.ReadAsync("ko/index.html"));
        Assert.Empty(await _site.QueryAsync());
        Assert.Null(await ReceiptFolder.OfPosts(_site.Stores.Press).FindAsync(RealName, Cancellation));
    }

    [Fact]
    public async Task Events_may_come_twice_late_and_in_any_order()
    {
        await _site.PublishAsync("2025-01-01-a.md", "one");
        await _site.UploadAsync("2025-01-01-a.md", "two");
        await _site.Posts.DeleteBlobAsync("2025-01-01-a.md", cancellationToken: Cancellation);
        await _site.UploadAsync("2025-01-01-a.md", "three");

        // The events of the uploads and of the delete come late, the last one twice; all look at what is there now.
        for (var times = 0; times < 4; times++)
            await _site.Engine.PublishAsync("2025-01-01-a.md", Cancellation);
        Assert.Contains("three", await _site.ReadAsync("a.html"), StringComparison.Ordinal);

        _site.Requests.Take();
        await _site.Engine.PublishAsync("2025-01-01-a.md", Cancellation);
        Assert.DoesNotContain(_site.Requests.Take(), request => request.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_sources_that_want_one_url_the_first_by_name_has_it()
    {
        await _site.PublishAsync("2025-01-02-b.md", "---\npermalink: /x.html\n---\nThe second.\n");
        await _site.PublishAsync("2025-01-01-a.md", "---\npermalink: /x.html\n---\nThe first.\n");

        Assert.Contains("The first.", await _site.ReadAsync("x.html"), StringComparison.Ordinal);
        var loser = await _site.ReceiptAsync("2025-01-02-b.md");
        Assert.Equal((ReceiptState.Faulty, null), (loser.State, loser.Url));
        Assert.Matches("UR002.*'2025-01-02-b.md' and '2025-01-01-a.md'", Assert.Single(loser.Diagnostics).ToString("2025-01-02-b.md"));

        await _site.DeleteAsync("2025-01-01-a.md");
        Assert.Contains("The second.", await _site.ReadAsync("x.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_uploaded_before_and_what_comes_due_is_found_by_the_sweep()
    {
        await _site.UploadAsync("2025-01-01-a.md", "text");
        await _site.UploadAsync("2025-01-02-b.md", "---\ndate: 2025-07-02\n---\nSoon.\n");
        await _site.UploadAsync("_drafts/c.md", "Never.");
        await _site.UploadAsync("pictures/d.png", "picture");
        await _site.Site.UploadBlobAsync("_config.yml", BinaryData.FromString("title: A name"), Cancellation);
        Assert.Equal(4, (await _site.Engine.SweepAsync(Cancellation)).Count);
        Assert.Equal(["2025-01-01-a.md"], await _site.QueryAsync());
        Assert.Equal("picture", await _site.ReadAsync("pictures/d.png"));
        Assert.Contains("A name", await _site.ReadAsync("a.html"), StringComparison.Ordinal);
        Assert.Equal(
            (ReceiptState.Scheduled, new DateTimeOffset(2025, 7, 2, 0, 0, 0, TimeSpan.Zero)),
            ((await _site.ReceiptAsync("2025-01-02-b.md")).State, (await _site.ReceiptAsync("2025-01-02-b.md")).Due));

        _site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await _site.Engine.SweepAsync(Cancellation)).Count);
        Assert.Equal(["2025-01-02-b.md", "2025-01-01-a.md"], await _site.QueryAsync());
    }

    private static string PageIdOf(string text) =>
        text.Split('\n').First(line => line.StartsWith("page_id:", StringComparison.Ordinal))["page_id:".Length..].Trim();
}
