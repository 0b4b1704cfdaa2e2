using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.Time.Testing;

namespace Press.Storage.Tests;

/// <summary>Blobs that other programs and other people leave in a container. One of them stops nothing.</summary>
public sealed class OddBlobTests(AzuriteFixture fixture) : IAsyncLifetime
{
    private BlobContainerClient _container = null!;
    private BlobStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _container = await fixture.NewContainerAsync();
        _store = BlobAccount.Open(fixture.Azurite.ConnectionString).Container(_container.Name, new FakeTimeProvider());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("a//x.md")]
    [InlineData("x.")]
    public async Task A_name_that_no_item_can_have_is_told_of(string name)
    {
        await UploadAsync(name);
        await UploadAsync("b.md");
        var listing = await _store.ListWithStraysAsync("", Cancellation);
        Assert.Equal(["b.md"], listing.Items.Select(item => item.Name));
        Assert.Equal(new StrayItem(name, StrayKind.BadName), Assert.Single(listing.Strays));
        Assert.Equal(name, Assert.Single((await _store.ListWithStraysAsync(name, Cancellation)).Strays).Name);
    }

    [Fact]
    public async Task A_control_character_in_a_name_keeps_no_other_from_being_listed()
    {
        // As the service lists such names, as it did before, and as others do; the emulator's listing ends before it begins.
        const string Blobs = "<Blob><Name Encoded=\"true\">a%01.md</Name><Properties/></Blob>"
            + "<Blob><Name>b\u0001.md</Name><Properties/></Blob>"
            + "<Blob><Name>c&#x1;.md</Name><Properties/></Blob>"
            + "<Blob><Name>d&amp;&#233;.md</Name><Properties/></Blob>";
        var options = BlobAccount.OptionsOfAll();
        using var listing = new Listing(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + $"<EnumerationResults ServiceEndpoint=\"http://x/\" ContainerName=\"c\"><Blobs>{Blobs}</Blobs>"
                + "<NextMarker/></EnumerationResults>");
        options.Transport = new HttpClientTransport(listing);
        var listed = await BlobAccount.Open(fixture.Azurite.ConnectionString, options).Container("c", TimeProvider.System)
            .ListWithStraysAsync("", Cancellation);
        Assert.Equal(["d&\u00E9.md"], listed.Items.Select(item => item.Name));
        Assert.Equal([@"a\u0001.md", @"b\?.md", @"c\?.md"], listed.Strays.Select(stray => stray.Name));
    }

    [Fact]
    public async Task What_stands_for_a_folder_is_no_item()
    {
        await _container.GetBlobClient("images").UploadAsync(
            BinaryData.Empty,
            new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" } },
            Cancellation);
        await UploadAsync("images/a.png");
        var listing = await _store.ListWithStraysAsync("", Cancellation);
        Assert.Equal(["images/a.png"], listing.Items.Select(item => item.Name));
        Assert.Empty(listing.Strays);
        Assert.IsType<ReadAnswer.Missing>(await _store.ReadAsync("images", null, Cancellation));
    }

    [Fact]
    public async Task An_archived_blob_is_there_and_cannot_be_read()
    {
        await UploadAsync("a.md");
        await _container.GetBlobClient("a.md").SetAccessTierAsync(AccessTier.Archive, cancellationToken: Cancellation);
        var listed = Assert.Single(await _store.ListAsync("", Cancellation).ToListAsync(Cancellation));
        var answer = Assert.IsType<ReadAnswer.Unreadable>(await _store.ReadAsync("a.md", null, Cancellation));
        Assert.Equal(
            (listed.Name, listed.ETag, "it is archived. Move it to the access tier Hot, Cool or Cold."),
            (answer.Item.Name, answer.Item.ETag, answer.Why));

        await _container.GetBlobClient("a.md").SetAccessTierAsync(AccessTier.Hot, cancellationToken: Cancellation);
        Assert.IsType<ReadAnswer.Found>(await _store.ReadAsync("a.md", null, Cancellation));
    }

    [Fact]
    public async Task A_blob_on_which_somebody_holds_a_lease_is_a_fault_of_this_one_alone()
    {
        await UploadAsync("a.html");
        await _container.GetBlobClient("a.html").GetBlobLeaseClient()
            .AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancellation);
        var content = new StoreContent("x"u8.ToArray(), "text/html");
        Func<Task>[] changes =
        [
            () => _store.WriteAsync("a.html", content, WriteCondition.Always, Cancellation),
            () => _store.DeleteAsync("a.html", null, Cancellation),
        ];
        foreach (var change in changes)
        {
            var fault = await Assert.ThrowsAsync<StoreException>(change);
            Assert.True(fault.IsOfItem);
            Assert.Contains("somebody holds a lease on it", fault.Message, StringComparison.Ordinal);
        }

        var nowhere = BlobAccount.Open(fixture.Azurite.ConnectionString).Container("nowhere", TimeProvider.System);
        var missing = await Assert.ThrowsAsync<StoreException>(() =>
            nowhere.WriteAsync("a", content, WriteCondition.Always, Cancellation));
        Assert.False(missing.IsOfItem);
    }

    [Fact]
    public async Task An_engine_publishes_all_that_lies_beside_them()
    {
        using var site = await AzuriteSite.CreateAsync(fixture);
        await site.PublishAsync("2025-01-01-leased.md", "First.");
        await site.UploadAsync("2025-01-01-leased.md", "Second.");
        await site.UploadAsync("2025-01-01-archived.md", "Text.");
        await site.Posts.GetBlobClient("2025-01-01-archived.md").SetAccessTierAsync(AccessTier.Archive, cancellationToken: Cancellation);
        foreach (var name in new[] { "a//x.md", "2025-01-01-good.md" })
            await site.UploadAsync(name, "Text.");
        var page = site.Public.GetBlobClient("leased.html").GetBlobLeaseClient();
        await page.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancellation);

        await site.Engine.SweepAsync(Cancellation);
        Assert.NotNull(await site.ReadAsync("good.html"));
        Assert.Contains("First.", await site.ReadAsync("leased.html"), StringComparison.Ordinal);
        foreach (var (name, code) in new[] { ("2025-01-01-leased.md", "SR008"), ("2025-01-01-archived.md", "SR008"), ("a//x.md", "UR005") })
            Assert.Equal(code, Assert.Single((await site.ReceiptAsync(name)).Diagnostics).Code);

        await page.ReleaseAsync(cancellationToken: Cancellation);
        await site.Engine.SweepAsync(Cancellation);
        Assert.Contains("Second.", await site.ReadAsync("leased.html"), StringComparison.Ordinal);
    }

    private async Task UploadAsync(string name) =>
        await _container.GetBlobClient(name).UploadAsync(BinaryData.FromString("x"), overwrite: true, Cancellation);

    /// <summary>Answers every request with a listing.</summary>
    private sealed class Listing(string xml) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(xml, Encoding.UTF8, "application/xml") });
    }
}
