using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;

namespace Press.Storage.Tests;

/// <summary>A container as a store, and what only a container can get wrong.</summary>
public sealed class BlobStoreTests(AzuriteFixture fixture) : StoreContract, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new();
    private BlobContainerClient _container = null!;

    protected override IStore Store => new BlobStore(_container, _clock);

    public async ValueTask InitializeAsync() => _container = await fixture.NewContainerAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_blob_has_the_type_the_caching_and_the_hash_that_were_written()
    {
        await Store.WriteAsync(
            "a.html",
            new StoreContent("text"u8.ToArray(), "text/html; charset=utf-8", "public, max-age=60"),
            WriteCondition.Always,
            Cancellation);

        var properties = (await _container.GetBlobClient("a.html").GetPropertiesAsync(cancellationToken: Cancellation)).Value;
        Assert.Equal(("text/html; charset=utf-8", "public, max-age=60"), (properties.ContentType, properties.CacheControl));
        Assert.Equal(ContentHash.Of("text"u8), Convert.ToHexStringLower(properties.ContentHash));
        Assert.Equal(ContentHash.Of("text"u8), Assert.Single(await ListAsync("")).ContentHash);
    }

    [Fact]
    public async Task A_blob_uploaded_in_NFD_is_an_item_in_NFC()
    {
        await _container.UploadBlobAsync(
            "글/한글.md".ToNormalForm(NormalizationForm.FormD), BinaryData.FromString("decomposed"), Cancellation);

        Assert.Equal(["글/한글.md"], await NamesAsync(""));
        Assert.Equal(["글/한글.md"], await NamesAsync("글/"));
        Assert.Equal("decomposed", await TextAsync("글/한글.md"));

        await WriteAsync("글/한글.md", "composed");
        Assert.Equal(["글/한글.md"], await NamesAsync(""));
        Assert.Equal("composed", await TextAsync("글/한글.md"));

        Assert.True(await Store.DeleteAsync("글/한글.md", null, Cancellation));
        Assert.Empty(await NamesAsync(""));
    }

    [Fact]
    public async Task A_blob_whose_name_no_store_can_hold_is_no_item()
    {
        await _container.UploadBlobAsync("a//b", BinaryData.FromString("x"), Cancellation);
        await _container.UploadBlobAsync("b", BinaryData.FromString("x"), Cancellation);
        Assert.Equal(["b"], await NamesAsync(""));
    }

    [Fact]
    public async Task More_blobs_than_a_page_of_a_listing_are_all_listed()
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = Cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, 5_100), parallel, async (number, cancellationToken) =>
            await _container.UploadBlobAsync($"{number:0000}", BinaryData.Empty, cancellationToken));

        Assert.Equal(Enumerable.Range(0, 5_100).Select(number => $"{number:0000}"), await NamesAsync(""));
    }

    [Fact]
    public async Task Locks_are_no_items_and_no_item_may_have_their_name()
    {
        await using var held = await Store.TryLockAsync("build", Cancellation);
        Assert.Empty(await NamesAsync(""));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => WriteAsync(".locks/build", "x"));
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_a_store_exception_that_says_so()
    {
        var store = BlobAccount.Open(fixture.Azurite.ConnectionString).Container("nowhere", TimeProvider.System);
        foreach (var request in new Func<Task>[]
        {
            () => store.ReadAsync("a", null, Cancellation),
            () => store.WriteAsync("a", Content("a"), WriteCondition.Always, Cancellation),
            () => store.ListAsync("", Cancellation).ToListAsync(Cancellation).AsTask(),
            () => store.TryLockAsync("a", Cancellation),
        })
        {
            var fault = await Assert.ThrowsAsync<StoreException>(request);
            Assert.Contains("/nowhere", fault.Message, StringComparison.Ordinal);
            Assert.Contains("there is no such container", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wrong_key_is_a_store_exception_that_names_what_is_needed()
    {
        var connection = fixture.Azurite.ConnectionString.Replace("AccountKey=E", "AccountKey=F", StringComparison.Ordinal);
        var fault = await Assert.ThrowsAsync<StoreException>(() =>
            BlobAccount.Open(connection).Container(_container.Name, TimeProvider.System).ReadAsync("a", null, Cancellation));
        Assert.Contains("(403)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Storage Blob Data Contributor", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("AccountName=a")]
    [InlineData("http://example.com")]
    public void What_is_no_connection_is_refused(string connection) =>
        Assert.Throws<FormatException>(() => BlobAccount.Open(connection));

    [Fact]
    public async Task A_public_container_is_read_by_everybody_and_a_private_one_by_nobody()
    {
        var account = BlobAccount.Open(fixture.Azurite.ConnectionString);
        foreach (var (name, isPublic) in new[] { ("open", true), ("closed", false) })
        {
            await account.CreateContainerAsync(name, isPublic, Cancellation);
            await account.CreateContainerAsync(name, isPublic, Cancellation);
            await account.Container(name, TimeProvider.System).WriteAsync("a.txt", Content("text"), WriteCondition.Always, Cancellation);
        }

        using var http = new HttpClient();
        Assert.Equal("text", await http.GetStringAsync($"{fixture.Azurite.Address}/open/a.txt", Cancellation));
        Assert.False((await http.GetAsync(new Uri($"{fixture.Azurite.Address}/closed/a.txt"), Cancellation)).IsSuccessStatusCode);
    }
}
