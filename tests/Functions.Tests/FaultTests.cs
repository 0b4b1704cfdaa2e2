using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Press.Functions.Tests.Protocol;

namespace Press.Functions.Tests;

/// <summary>What is seen from outside while the storage fails, and that all is well afterwards.</summary>
public sealed class FaultTests(SharedSite shared, AzuriteAccounts accounts, ITestOutputHelper output)
    : IClassFixture<SharedSite>, IAsyncLifetime
{
    private const string Name = "2025-01-01-a.md";

    private RunningSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await shared.EmptyAsync();

    public ValueTask DisposeAsync()
    {
        _site?.Storage.Recover();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_index_answers_from_the_last_catalog_and_says_how_old_it_is(bool hangs)
    {
        await _site.UploadAsync(Name, "Text.\n");
        await _site.Host.SweepAsync(Cancellation);
        var before = await _site.Client.GetAsync("/api/posts", Cancellation);
        // A request that hung in another test may be answered late.
        while (before.Headers.Age is not null)
            before = await _site.Client.GetAsync("/api/posts", Cancellation);

        Fail(hangs);
        using var meanwhile = await _site.Client.GetAsync("/api/posts", Cancellation);
        Assert.Equal(HttpStatusCode.OK, meanwhile.StatusCode);
        Assert.NotNull(meanwhile.Headers.Age);
        Assert.Equal(before.Headers.ETag, meanwhile.Headers.ETag);
        Assert.Equal(await before.Content.ReadAsStringAsync(Cancellation), await meanwhile.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task An_instance_without_a_catalog_says_so_soon()
    {
        // From its start on: it reads the catalog at once if it can.
        await using var site = await RunningSite.StartAsync(
            accounts, request => HttpMethods.IsGet(request.Method) && request.Path.Value!.Contains("/press/", StringComparison.Ordinal));
        site.Storage.Refuse();
        foreach (var url in new[] { "/api/posts", "/api/posts/a", "/api/tags", "/api/health", "/api/receipts/a.md", "/api/preview/a.md" })
        {
            await AssertUnavailableAsync(site, url);
            site.Storage.Hang();
            await AssertUnavailableAsync(site, url);
            site.Storage.EndHanging();
        }

        site.Storage.Recover();
        using var afterwards = await site.Client.GetAsync("/api/health", Cancellation);
        Assert.Equal(HttpStatusCode.OK, afterwards.StatusCode);
    }

    [Theory]
    [InlineData("press")]
    [InlineData("public")]
    public async Task The_app_is_not_healthy_while_one_container_cannot_be_read(string container)
    {
        _site.Storage.Refuse(request => request.Path.Value!.Contains($"/{container}/", StringComparison.Ordinal));
        using var answer = await _site.Client.GetAsync("/api/health", Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task A_blob_trigger_that_cannot_reach_the_storage_warns_and_leaves_the_rest_to_the_queue()
    {
        await _site.UploadAsync(Name, "Text.\n");
        await _site.Changes.SendAsync(ChangesQueue.Event("BlobCreated", "posts", Name));
        _site.Storage.Refuse();
        var blob = await _site.Host.WrittenAsync("PublishPost", "posts", Name, Cancellation);
        Assert.True(blob.Succeeded, "The platform would try five times within seconds, and then raise an alert.");
        var line = Assert.Single(blob.Logs);
        Assert.Equal(RpcLog.Types.Level.Warning, line.Level);
        Assert.StartsWith("PublishPost could not reach the storage", line.Message, StringComparison.Ordinal);

        var queue = Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!;
        Assert.False(queue.Succeeded);
        Assert.Equal((1, 0), (await _site.Changes.CountAsync(), (await _site.Changes.PoisonedAsync()).Count));

        _site.Storage.Recover();
        Assert.True(Assert.Single(await _site.Changes.DeliverAsync(_site.Host))!.Succeeded);
        Assert.Contains("Text.", await _site.ReadAsync("a.html"), StringComparison.Ordinal);
        await _site.AssertAsBuiltFromNothingAsync();
    }

    [Fact]
    public async Task A_cancelled_invocation_ends_and_loses_nothing()
    {
        await _site.UploadAsync(Name, "Text.\n");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        _site.Storage.Hang();
        var running = _site.Host.WrittenAsync("PublishPost", "posts", Name, stop.Token);
        await _site.Storage.WaitForHangingAsync(Cancellation);
        await stop.CancelAsync();
        var invocation = await running;
        Assert.Equal(StatusResult.Types.Status.Cancelled, invocation.Status);

        _site.Storage.Recover();
        Assert.True((await _site.Host.WrittenAsync("PublishPost", "posts", Name, Cancellation)).Succeeded);
        Assert.Contains("Text.", await _site.ReadAsync("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_no_fault()
    {
        using var leave = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var lines = _site.Host.Logs.All.Count;
        _site.Storage.Hang();
        var asking = _site.Client.GetAsync("/api/receipts/a.md", leave.Token);
        await _site.Storage.WaitForHangingAsync(Cancellation);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        _site.Storage.Recover();

        (await _site.Client.GetAsync("/api/health", Cancellation)).EnsureSuccessStatusCode();
        Assert.DoesNotContain(_site.Host.Logs.All.Skip(lines), line => line.Level >= RpcLog.Types.Level.Error);
    }

    private async Task AssertUnavailableAsync(RunningSite site, string url)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await site.Client.GetAsync(url, Cancellation);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{url}: {(int)answer.StatusCode} after {milliseconds:0} ms"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
        Assert.Equal(503, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("devstoreaccount", problem.GetRawText(), StringComparison.Ordinal);
    }

    private void Fail(bool hangs)
    {
        if (hangs)
            _site.Storage.Hang();
        else
            _site.Storage.Refuse();
    }
}
