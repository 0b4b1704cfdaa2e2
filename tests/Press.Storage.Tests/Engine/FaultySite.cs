using System.Globalization;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Storage.Tests;

/// <summary>A site whose engines reach their storage by a way that fails, and whose authors and readers do not.</summary>
internal sealed class FaultySite
{
    // So many that a fault which stays ends the test, and says what it is.
    private const int MaxFailures = 20_000;

    private static readonly string[] Containers = ["posts", "site", "public", "press"];

    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly BlobServiceClient _account;
    private readonly string _prefix;
    private readonly SiteStores _faulty;
    private readonly SiteStores _calm;
    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _failures;
    private int _published;

    private FaultySite(BlobServiceClient account, string prefix, SiteStores faulty, SiteStores calm) =>
        (_account, _prefix, _faulty, _calm) = (account, prefix, faulty, calm);

    /// <summary>How many posts were published so far, after each.</summary>
    public event Action<int>? Published;

    public int Failures => _failures;

    /// <param name="connection">The connection string.</param>
    /// <param name="service">The address in it.</param>
    /// <param name="way">The address by which the engines go.</param>
    /// <param name="prefix">Of the names of its containers.</param>
    public static async Task<FaultySite> CreateAsync(string connection, Uri service, Uri way, string prefix)
    {
        var account = new BlobServiceClient(connection);
        foreach (var name in Containers)
            await account.CreateBlobContainerAsync($"{prefix}-{name}", cancellationToken: TestContext.Current.CancellationToken);
        return new FaultySite(
            account, prefix, Open(connection.Replace(service.ToString(), way.ToString(), StringComparison.Ordinal)), Open(connection));

        SiteStores Open(string by)
        {
            var options = BlobAccount.OptionsOfAll();
            (options.Retry.MaxRetries, options.Retry.Delay, options.Retry.MaxDelay) =
                (2, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20));
            var opened = BlobAccount.Open(by, options);
            var stores = Containers.Select(name => opened.Container($"{prefix}-{name}", TimeProvider.System)).ToArray();
            return new SiteStores(stores[0], stores[1], stores[2], stores[3]);
        }
    }

    /// <summary>Waits until a call has failed.</summary>
    public Task FailedAsync(CancellationToken cancellationToken) => _failed.Task.WaitAsync(cancellationToken);

    /// <summary>Uploads posts, and lets several machines publish them; what fails is tried again, as events are.</summary>
    public async Task BurstAsync(int posts, int workers, CancellationToken cancellationToken)
    {
        var engines = Enumerable.Range(0, workers).Select(_ => new PublishingEngine(_faulty, _clock)).ToArray();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, posts), parallel, async (number, token) =>
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"2025-01-{1 + (number % 28):00}-p{number}.md");
            await UntilItSucceedsAsync(() => UploadAsync(name, $"---\ntitle: Post {number}\ntags: [a]\n---\nText {number}.\n"));
            await UntilItSucceedsAsync(() => engines[number % workers].PublishAsync(name, token));
            Published?.Invoke(Interlocked.Increment(ref _published));
        });
    }

    /// <summary>A minute later, when the leases of the dead are over: one sweep.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var name in new[] { "build", "reading" })
        {
            var blob = Container("press").GetBlobClient($".locks/{name}");
            if (await blob.ExistsAsync(cancellationToken)
                && (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value.LeaseState
                    == Azure.Storage.Blobs.Models.LeaseState.Leased)
                await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: cancellationToken);
        }

        await new PublishingEngine(_calm, _clock).SweepAsync(cancellationToken);
    }

    /// <summary>Compares what everybody can read with what <c>press build</c> makes of the same sources.</summary>
    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        var sources = new List<Source>();
        await foreach (var item in _calm.Posts.ListAsync("", cancellationToken))
            sources.Add(Source.Of((ReadAnswer.Found)await _calm.Posts.ReadAsync(item.Name, null, cancellationToken)));
        Assert.NotEmpty(sources);
        var wanted = new Publisher(_clock).Publish(sources).Files;
        Assert.Equal(
            wanted.Keys,
            (await _calm.Public.ListAsync("", cancellationToken).ToListAsync(cancellationToken)).Select(item => item.Name));
        foreach (var file in wanted.Values)
        {
            var found = (ReadAnswer.Found)await _calm.Public.ReadAsync(file.Name, null, cancellationToken);
            Assert.Equal(Encoding.UTF8.GetString(file.Content.Bytes.Span), Encoding.UTF8.GetString(found.Bytes.Span));
        }

        var receipts = await ReceiptFolder.OfPosts(_calm.Press).ListAsync(cancellationToken).ToListAsync(cancellationToken);
        Assert.Equal(sources.Count, receipts.Count(receipt => receipt.State == ReceiptState.Published));
    }

    private async Task UploadAsync(string name, string text) =>
        await Container("posts").GetBlobClient(name)
            .UploadAsync(BinaryData.FromString(text), overwrite: true, TestContext.Current.CancellationToken);

    private async Task UntilItSucceedsAsync(Func<Task> call)
    {
        while (true)
        {
            try
            {
                await call();
                return;
            }
            catch (Exception fault) when (fault is StoreException or Azure.RequestFailedException or AggregateException)
            {
                if (Interlocked.Increment(ref _failures) > MaxFailures)
                    throw;
                _failed.TrySetResult();
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }

    private BlobContainerClient Container(string name) => _account.GetBlobContainerClient($"{_prefix}-{name}");
}
