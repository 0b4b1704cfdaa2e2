using System.Collections.Immutable;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Press.Functions.Tests.Host;
using Press.Storage;
using Press.Testing;

namespace Press.Functions.Tests;

/// <summary>The built app over an account of its own: what authors do, what the platform delivers, and what readers see.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    public const string Project = "src/Functions";

    private readonly Dictionary<string, string> _settings;
    private readonly BlobServiceClient _blobs;

    private RunningSite(Azurite azurite, int account, StorageProxy storage)
    {
        Storage = storage;
        _blobs = new BlobServiceClient(azurite.ConnectionOf(account));
        var queues = new QueueServiceClient(azurite.ConnectionOf(account));
        Changes = new ChangesQueue(queues.GetQueueClient("changes"), queues.GetQueueClient("changes-poison"));
        _settings = new()
        {
            ["ContentStorage"] = azurite.ConnectionOf(account, storage.Address),
            // A test sees at once what it has published.
            ["Press__CatalogCacheSeconds"] = "0",
        };
    }

    /// <summary>The app and its host. Another one after a restart.</summary>
    public FunctionsHost Host { get; private set; } = null!;

    /// <summary>What the app asks its storage, and how that fails.</summary>
    public StorageProxy Storage { get; }

    public ChangesQueue Changes { get; }

    public BlobContainerClient Posts => _blobs.GetBlobContainerClient("posts");

    public BlobContainerClient Site => _blobs.GetBlobContainerClient("site");

    public BlobContainerClient Public => _blobs.GetBlobContainerClient("public");

    public BlobContainerClient Press => _blobs.GetBlobContainerClient("press");

    public HttpClient Client => Host.Client;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts the app over an account that nobody has used.</summary>
    /// <param name="accounts">Has that account.</param>
    /// <param name="isRefused">What the storage refuses from the start on, until it recovers; null for nothing.</param>
    public static async Task<RunningSite> StartAsync(AzuriteAccounts accounts, Func<HttpRequest, bool>? isRefused = null)
    {
        var storage = await StorageProxy.StartAsync(accounts.Azurite.BlobService);
        if (isRefused is not null)
            storage.Refuse(isRefused);
        var site = new RunningSite(accounts.Azurite, accounts.TakeAccount(), storage);
        await site.StartAppAsync();
        return site;
    }

    /// <summary>Starts the app again, after it has ended.</summary>
    public async Task StartAppAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
        Host = await FunctionsHost.StartAsync(Project, _settings, Cancellation);
        await Host.FirstAnswerAsync("/api/openapi.json", Cancellation);
    }

    /// <summary>Deletes all posts, settings and messages, and lets the app take back what it had made of them.</summary>
    public async Task EmptyAsync()
    {
        Storage.Recover();
        await Changes.ClearAsync();
        foreach (var container in new[] { Posts, Site })
        {
            await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancellation))
                await container.DeleteBlobAsync(blob.Name, cancellationToken: Cancellation);
        }

        await Host.SweepAsync(Cancellation);
    }

    /// <summary>Uploads a post as an author does. No event is delivered yet.</summary>
    public async Task UploadAsync(string name, string text) =>
        await Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancellation);

    /// <summary>Frees what a worker that was killed has left locked, as a minute would.</summary>
    public async Task ReleaseLocksAsync()
    {
        await foreach (var blob in Press.GetBlobsAsync(new GetBlobsOptions { Prefix = ".locks/" }, Cancellation))
        {
            if (blob.Properties.LeaseState is LeaseState.Leased)
                await Press.GetBlobClient(blob.Name).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero, cancellationToken: Cancellation);
        }
    }

    /// <summary>A public file as everybody reads it; null if there is none.</summary>
    public async Task<string?> ReadAsync(string name) =>
        await Public.GetBlobClient(name).ExistsAsync(Cancellation)
            ? (await Public.GetBlobClient(name).DownloadContentAsync(Cancellation)).Value.Content.ToString()
            : null;

    /// <summary>The ETag of every public file, by name.</summary>
    public async Task<ImmutableSortedDictionary<string, string>> PublicETagsAsync()
    {
        var tags = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        await foreach (var blob in Public.GetBlobsAsync(cancellationToken: Cancellation))
            tags.Add(blob.Name, blob.Properties.ETag.ToString()!);
        return tags.ToImmutable();
    }

    /// <summary>The public files, byte for byte, as a build from nothing makes them of the posts that are there.</summary>
    public async Task AssertAsBuiltFromNothingAsync()
    {
        var stores = new SiteStores(await CopyAsync(Posts), await CopyAsync(Site), new MemoryStore(), new MemoryStore());
        await new PublishingEngine(stores, TimeProvider.System).SweepAsync(Cancellation);
        var expected = (MemoryStore)stores.Public;
        var actual = await CopyAsync(Public);
        Assert.Equal(expected.Names, actual.Names);
        foreach (var name in expected.Names)
            Assert.Equal(expected.Text(name), actual.Text(name));
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
        await Storage.DisposeAsync();
    }

    private static async Task<MemoryStore> CopyAsync(BlobContainerClient container)
    {
        var (from, to) = (new BlobStore(container, TimeProvider.System), new MemoryStore());
        await foreach (var item in from.ListAsync("", Cancellation))
        {
            if (await from.ReadAsync(item.Name, ifNoneMatch: null, Cancellation) is ReadAnswer.Found found)
                to.Put(found);
        }

        return to;
    }
}
