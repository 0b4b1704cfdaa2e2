using Press.Functions.Tests.Host;
using Press.Functions.Tests.Protocol;
using Press.Testing;

namespace Press.Functions.Tests;

/// <summary>What is uploaded and deleted reaches the app by its triggers, and readers see it.</summary>
public sealed class PublishTests(SharedSite shared, ITestOutputHelper output) : IClassFixture<SharedSite>, IAsyncLifetime
{
    private const string RealName = "2025-03-24-nvidia-gtc-2025.md";
    private const string RealPage = "ko/nvidia-gtc-2025.html";

    private RunningSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await shared.EmptyAsync();
        await _site.UploadAsync(RealName, await File.ReadAllTextAsync(Repository.RealPost, Cancellation));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_real_post_is_published_by_the_blob_trigger()
    {
        var invocation = await _site.Host.WrittenAsync("PublishPost", "posts", RealName, Cancellation);
        await AssertRealPostIsPublishedAsync(invocation);
    }

    [Theory]
    [InlineData("event")]
    [InlineData("cloud event")]
    [InlineData("array")]
    [InlineData("base64")]
    public async Task The_real_post_is_published_by_the_queue(string form)
    {
        var created = ChangesQueue.Event("BlobCreated", "posts", RealName);
        await _site.Changes.SendAsync(form switch
        {
            "cloud event" => ChangesQueue.CloudEvent("BlobCreated", "posts", RealName),
            "array" => $"[{created}]",
            "base64" => ChangesQueue.Base64(created),
            _ => created,
        });
        await AssertRealPostIsPublishedAsync(Assert.Single(await _site.Changes.DeliverAsync(_site.Host)));
        Assert.Equal(0, await _site.Changes.CountAsync());
    }

    [Fact]
    public async Task An_upload_that_reaches_the_app_twice_is_written_once()
    {
        await _site.Host.SweepAsync(Cancellation);
        await _site.UploadAsync("2025-01-01-a.md", "Text.\n");
        _site.Storage.Take();
        await _site.Host.WrittenAsync("PublishPost", "posts", "2025-01-01-a.md", Cancellation);
        var once = _site.Storage.Take();
        var tags = await _site.PublicETagsAsync();

        await _site.Changes.SendAsync(ChangesQueue.Event("BlobCreated", "posts", "2025-01-01-a.md"));
        Assert.True(Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!.Succeeded);
        var second = _site.Storage.Take();

        output.WriteLine($"Requests to the storage for an upload: {once.Count}, and {second.Count} more when it comes a second time:");
        output.WriteLine(string.Join('\n', second));
        Assert.DoesNotContain(second, IsWrite);
        Assert.InRange(second.Count, 1, 4);
        Assert.Equal(tags, await _site.PublicETagsAsync());
    }

    [Fact]
    public async Task An_upload_that_reaches_the_app_by_both_ways_at_once_is_written_once()
    {
        await _site.Host.SweepAsync(Cancellation);
        await _site.UploadAsync("2025-01-01-a.md", "Text.\n");
        await _site.Changes.SendAsync(ChangesQueue.Event("BlobCreated", "posts", "2025-01-01-a.md"));
        _site.Storage.Take();
        var blob = _site.Host.WrittenAsync("PublishPost", "posts", "2025-01-01-a.md", Cancellation);
        var queue = await _site.Changes.DeliverAsync(_site.Host);

        Assert.True((await blob).Succeeded);
        Assert.True(Assert.Single(queue)!.Succeeded);
        var requests = _site.Storage.Take();
        output.WriteLine($"Requests to the storage for an upload that comes by both ways at once: {requests.Count}");
        Assert.Single(requests, request => request == "PUT public/a.html 201");
        await _site.AssertAsBuiltFromNothingAsync();
    }

    [Fact]
    public async Task A_deleted_post_is_taken_back()
    {
        await _site.Host.WrittenAsync("PublishPost", "posts", RealName, Cancellation);
        await _site.Posts.DeleteBlobAsync(RealName, cancellationToken: Cancellation);
        await _site.Changes.SendAsync(ChangesQueue.Event("BlobDeleted", "posts", RealName));

        Assert.True(Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!.Succeeded);
        Assert.Null(await _site.ReadAsync(RealPage));
        await _site.AssertAsBuiltFromNothingAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task New_settings_are_applied(bool byQueue)
    {
        await _site.Host.WrittenAsync("PublishPost", "posts", RealName, Cancellation);
        await _site.Site.UploadBlobAsync("_config.yml", BinaryData.FromString("title: 새 이름\n"), Cancellation);
        if (byQueue)
        {
            await _site.Changes.SendAsync(ChangesQueue.CloudEvent("BlobCreated", "site", "_config.yml"));
            await _site.Changes.DeliverAsync(_site.Host);
        }
        else
        {
            await _site.Host.WrittenAsync("ApplySite", "site", "_config.yml", Cancellation);
        }

        Assert.Contains("새 이름", await _site.ReadAsync(RealPage), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sweep_finds_what_no_event_reported()
    {
        await _site.UploadAsync("2025-01-01-a.md", "Text.\n");
        var invocation = await _site.Host.SweepAsync(Cancellation);
        Assert.True(invocation.Succeeded, invocation.Response.ToString());
        Assert.Contains(invocation.Logs, line => line.Message.StartsWith("Swept: 2 ", StringComparison.Ordinal));
        await _site.AssertAsBuiltFromNothingAsync();
    }

    [Theory]
    [InlineData("not JSON at all")]
    [InlineData("bm90IEpTT04=")]
    [InlineData("[]")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobCreated"}""")]
    [InlineData("""{"eventType":"Microsoft.Storage.BlobCreated","subject":"/somewhere/else"}""")]
    public async Task A_message_that_cannot_be_read_is_one_error_and_goes_to_the_poison_queue(string message)
    {
        await _site.Changes.SendAsync(message);
        var invocation = Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!;

        var error = Assert.Single(invocation.Logs, line => line.Level is RpcLog.Types.Level.Error);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal([message], await _site.Changes.PoisonedAsync());
        Assert.Equal(0, await _site.Changes.CountAsync());
    }

    [Fact]
    public async Task What_came_is_cut_in_the_log_and_whole_in_the_poison_queue()
    {
        // Latin, since the emulator breaks other characters where a chunk of a request ends.
        var message = new string('a', 10_000);
        await _site.Changes.SendAsync(message);
        var invocation = Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!;
        Assert.InRange(Assert.Single(invocation.Logs, line => line.Level is RpcLog.Types.Level.Error).Message.Length, 500, 1000);
        Assert.Equal([message], await _site.Changes.PoisonedAsync());
    }

    [Theory]
    [InlineData("BlobCreated", "public")]
    [InlineData("BlobTierChanged", "posts")]
    public async Task Events_of_other_containers_and_types_are_passed_over(string type, string container)
    {
        _site.Storage.Take();
        await _site.Changes.SendAsync(ChangesQueue.Event(type, container, RealName));
        Assert.True(Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!.Succeeded);
        Assert.Empty(_site.Storage.Take());
        Assert.Empty(await _site.Changes.PoisonedAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_a_post_is_logged_under_its_invocation()
    {
        await _site.UploadAsync("2025-01-01-a.md", "---\ndate: never\n---\n");
        var invocation = await _site.Host.WrittenAsync("PublishPost", "posts", "2025-01-01-a.md", Cancellation);
        Assert.True(invocation.Succeeded);
        var warning = Assert.Single(invocation.Logs, line => line.Level is RpcLog.Types.Level.Warning);
        Assert.Contains("posts/2025-01-01-a.md(2,7): error FM006", warning.Message, StringComparison.Ordinal);
    }

    private static bool IsWrite(string request) => request.Split(' ')[0] is not ("GET" or "HEAD");

    private async Task AssertRealPostIsPublishedAsync(Invocation? invocation)
    {
        Assert.True(invocation is { Succeeded: true }, invocation?.Response.ToString());
        Assert.Contains(invocation!.Logs, line => line.Message == $"posts/{RealName}: taken in");
        Assert.Contains("<html lang=\"ko\"", await _site.ReadAsync(RealPage), StringComparison.Ordinal);
        await _site.AssertAsBuiltFromNothingAsync();
    }
}
