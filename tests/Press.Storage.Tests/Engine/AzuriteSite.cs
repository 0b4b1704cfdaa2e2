using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Press.Http;
using Press.Testing;

namespace Press.Storage.Tests;

/// <summary>A site in the emulator: what authors do with the plain SDK, what the functions call, and what readers see.</summary>
internal sealed class AzuriteSite : IDisposable
{
    private readonly BlobServiceClient _account;
    private readonly string _prefix;
    private readonly HttpClient _reader = new();

    private AzuriteSite(Azurite azurite, string prefix)
    {
        _account = new BlobServiceClient(azurite.ConnectionString);
        _prefix = prefix;
        Requests = new RequestCounter();
        Stores = OpenStores(azurite);
        Engine = new PublishingEngine(Stores, Clock);
        PublicAddress = $"{azurite.Address}/{prefix}-public/";

        SiteStores OpenStores(Azurite emulator)
        {
            var options = BlobAccount.OptionsOfAll();
            options.AddPolicy(Requests, Azure.Core.HttpPipelinePosition.PerRetry);
            var account = BlobAccount.Open(emulator.ConnectionString, options);
            return new SiteStores(Open("posts"), Open("site"), Open("public"), Open("press"));

            BlobStore Open(string name) => account.Container($"{prefix}-{name}", TimeProvider.System);
        }
    }

    public FakeTimeProvider Clock { get; } = new(SiteText.Now);

    public RequestCounter Requests { get; }

    public SiteStores Stores { get; }

    public PublishingEngine Engine { get; }

    public string PublicAddress { get; }

    public BlobContainerClient Posts => Container("posts");

    public BlobContainerClient Public => Container("public");

    public BlobContainerClient Site => Container("site");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<AzuriteSite> CreateAsync(AzuriteFixture fixture)
    {
        var site = new AzuriteSite(fixture.Azurite, fixture.NewName());
        var account = BlobAccount.Open(fixture.Azurite.ConnectionString);
        foreach (var name in new[] { "posts", "site", "press", "public" })
            await account.CreateContainerAsync($"{site._prefix}-{name}", isPublic: name is "public", Cancellation);
        return site;
    }

    /// <summary>Uploads a post as an author would, and publishes it as the event does.</summary>
    public async Task<Receipt?> PublishAsync(string name, string text)
    {
        await UploadAsync(name, text);
        return await Engine.PublishAsync(name, Cancellation);
    }

    public async Task UploadAsync(string name, string text) =>
        await Posts.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true, Cancellation);

    public async Task DeleteAsync(string name)
    {
        await Posts.DeleteBlobAsync(name, cancellationToken: Cancellation);
        await Engine.PublishAsync(name, Cancellation);
    }

    public async Task<Receipt> ReceiptAsync(string name) =>
        await ReceiptFolder.OfPosts(Stores.Press).FindAsync(name, Cancellation)
            ?? throw new InvalidOperationException($"'{name}' has no receipt.");

    /// <summary>The page as anybody reads it; null if there is none.</summary>
    public async Task<string?> ReadAsync(string path)
    {
        using var answer = await _reader.GetAsync(new Uri(PublicAddress + path), Cancellation);
        return answer.StatusCode == HttpStatusCode.NotFound
            ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation);
    }

    /// <summary>The ids of the posts that the index API finds.</summary>
    public async Task<IReadOnlyList<string>> QueryAsync(string query = "")
    {
        var catalog = new StoredCatalogReader(Stores.Press, Stores.Public, TimeSpan.Zero, Clock);
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.QueryString = new QueryString(query);
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new IndexApi(catalog, Clock).ListPostsAsync(context);
        Assert.Equal(StatusCodes.Status200OK, context.Response.StatusCode);
        using var json = JsonDocument.Parse(body.ToArray());
        return [.. json.RootElement.GetProperty("posts").EnumerateArray().Select(post => post.GetProperty("id").GetString()!)];
    }

    public void Dispose() => _reader.Dispose();

    private BlobContainerClient Container(string name) => _account.GetBlobContainerClient($"{_prefix}-{name}");
}
