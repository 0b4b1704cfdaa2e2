using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace Press.Storage.Tests;

/// <summary>A lock that is a lease: renewed as long as it is held, and lost by the clock when the storage cannot be reached.</summary>
public sealed class BlobLeaseTests(AzuriteFixture fixture) : IAsyncLifetime
{
    // One that renews and one that ends it.
    private const int LockTimers = 2;

    private readonly TimersClock _clock = new();
    private readonly LeaseTraffic _traffic = new();
    private BlobContainerClient _container = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _container = await fixture.NewContainerAsync();

    public ValueTask DisposeAsync()
    {
        _traffic.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_lock_is_renewed_every_20_seconds_and_is_not_lost()
    {
        await using var held = await LockAsync();
        for (var times = 0; times < 10; times++)
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            await RenewalAsync();
        }

        Assert.False(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_renewed_is_lost_before_another_one_may_have_it()
    {
        _traffic.OnRenewal = _ => throw new HttpRequestException("no route");
        var held = await LockAsync();
        _clock.Advance(TimeSpan.FromSeconds(54));
        Assert.False(held.Lost.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(held.Lost.IsCancellationRequested);
        await held.DisposeAsync();
    }

    [Fact]
    public async Task A_renewal_that_is_never_answered_does_not_hide_that_the_lock_is_lost()
    {
        _traffic.OnRenewal = async cancellation =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        };
        var held = await LockAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.False(held.Lost.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(35));
        Assert.True(held.Lost.IsCancellationRequested);
        await held.DisposeAsync();
        await RenewalAsync();
        // It is over, and perhaps another one's: nothing is asked of the storage.
        Assert.Equal(0, _traffic.Unseen);
    }

    [Fact]
    public async Task A_renewal_that_is_never_answered_is_tried_again()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _traffic.OnRenewal = async cancellation =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new InvalidOperationException();
        };
        await using var held = await LockAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(15));
        await RenewalAsync();

        _traffic.OnRenewal = null;
        _clock.Advance(TimeSpan.FromSeconds(5));
        await RenewalAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        await RenewalAsync();
        Assert.False(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_lock_of_which_one_renewal_failed_is_held_if_the_next_one_does_not()
    {
        await using var held = await LockAsync();
        _traffic.OnRenewal = _ => throw new HttpRequestException("no route");
        _clock.Advance(TimeSpan.FromSeconds(20));
        // It was tried, and once more by the SDK.
        await RenewalAsync();
        await RenewalAsync();

        _traffic.OnRenewal = null;
        for (var times = 0; times < 3; times++)
        {
            _clock.Advance(TimeSpan.FromSeconds(20));
            await RenewalAsync();
        }

        Assert.False(held.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_loses_a_lock_to_another_one_is_told_so()
    {
        await using var held = await LockAsync();
        var lost = new TaskCompletionSource();
        await using var registration = held.Lost.Register(lost.SetResult);

        await _container.GetBlobClient(".locks/build").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Cancellation);
        await using var taken = await LockAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
    }

    [Fact]
    public async Task A_released_lock_is_renewed_no_more()
    {
        var held = await LockAsync();
        await held.DisposeAsync();
        Assert.Equal("release", await _traffic.NextAsync(Cancellation));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, _traffic.Unseen);
        await using var again = await LockAsync();
    }

    [Fact]
    public async Task A_lock_that_cannot_be_released_is_a_store_exception()
    {
        var held = await LockAsync();
        await _container.DeleteAsync(cancellationToken: Cancellation);
        await held.DisposeAsync();

        var unreachable = await LockAsync(await fixture.NewContainerAsync(), new FailingHandler());
        var fault = await Assert.ThrowsAsync<StoreException>(async () => await unreachable.DisposeAsync());
        Assert.Contains("could not be unlocked", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Waits until a renewal was answered or failed. While the lock still works on it, the clock must not go on: to that a renewal may take
    /// no longer than 15 s.
    /// </summary>
    private async Task RenewalAsync()
    {
        Assert.Equal("renew", await _traffic.NextAsync(Cancellation));
        await _clock.WaitForTimersAsync(LockTimers, Cancellation);
    }

    private Task<IStoreLock> LockAsync() => LockAsync(_container, _traffic);

    private async Task<IStoreLock> LockAsync(BlobContainerClient container, HttpMessageHandler handler)
    {
        var options = BlobAccount.OptionsOfAll();
        (options.Retry.MaxRetries, options.Retry.Delay) = (1, TimeSpan.FromMilliseconds(1));
        options.Transport = new HttpClientTransport(handler);
        var held = await BlobAccount.Open(fixture.Azurite.ConnectionString, options).Container(container.Name, _clock)
            .TryLockAsync("build", Cancellation);
        Assert.NotNull(held);
        while (handler is LeaseTraffic traffic && await traffic.NextAsync(Cancellation) != "acquire" | traffic.Unseen > 0)
        {
            // The blob was made first.
        }

        return held;
    }

    /// <summary>The storage is out of reach for whoever wants to release.</summary>
    private sealed class FailingHandler : DelegatingHandler
    {
        public FailingHandler()
            : base(new HttpClientHandler())
        {
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Headers.TryGetValues("x-ms-lease-action", out var actions) && actions.Contains("release")
                ? throw new HttpRequestException("no route")
                : base.SendAsync(request, cancellationToken);
    }
}
