using System.Net;
using Azure.Storage.Blobs;
using Press.Testing;

namespace Press.Cli.Tests;

/// <summary>A folder pushed to an emulator, where the program itself publishes it.</summary>
public sealed class StorageTests : IAsyncLifetime
{
    private readonly SiteCopy _site = new();
    private readonly CancellationTokenSource _ctrlC = new();
    private readonly HttpClient _client = new();
    private Azurite _azurite = null!;
    private PressRun _serve = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Azurite.Missing is not null, Azurite.Missing ?? "");
        _azurite = await Azurite.StartAsync(Cancellation);
        _serve = PressRun.Start(_ctrlC.Token, "serve", "--storage", _azurite.ConnectionString, "--port", "0");
        var line = await _serve.LineAsync("Serving");
        _client.BaseAddress = new Uri(line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)).TrimEnd(','));
    }

    public async ValueTask DisposeAsync()
    {
        await _ctrlC.CancelAsync();
        if (_serve is not null)
            Assert.Equal(0, await _serve.ExitCode.WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        _client.Dispose();
        _ctrlC.Dispose();
        _site.Dispose();
    }

    [Fact]
    public async Task A_pushed_folder_is_published_and_only_what_changes_goes_up_again()
    {
        var (code, output, errors) = await PushAsync();
        Assert.Equal((0, "18 uploaded, 0 unchanged, 0 deleted"), (code, output[0]));
        Assert.Empty(errors);
        Assert.Contains("_posts/2025-01-06-hello-press.md -> https://blog.example.com/hello-press.html", output);
        Assert.Contains("_config.yml is part of the site's look", output);
        Assert.Contains(output, line => line.StartsWith("_posts/2099-01-01-a-letter-to-the-future.md comes out on 2099-01-01", StringComparison.Ordinal));
        Assert.Contains("<h1>A Quiet Press</h1>", await _client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Assert.Contains("\"total\":2", await _client.GetStringAsync("/api/posts?tag=llm", Cancellation), StringComparison.Ordinal);
        using var missing = await _client.GetAsync("/no-such-page.html", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("<h1>Page not found</h1>", await missing.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        Assert.Equal(["0 uploaded, 18 unchanged, 0 deleted"], (await PushAsync()).Output);
    }

    [Fact]
    public async Task A_faulty_post_is_told_with_its_line_and_what_is_gone_is_deleted_if_asked()
    {
        await PushAsync();
        var container = new BlobServiceClient(_azurite.ConnectionString).GetBlobContainerClient("posts");
        await container.UploadBlobAsync("_drafts/mine.md", BinaryData.FromString("mine"), Cancellation);
        await File.WriteAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "---\ntitle: x\ndate: never\n---\n", Cancellation);
        File.Delete(_site.PathOf("_posts/2025-02-21-a-table-of-coffee.md"));

        var (code, output, errors) = await PushAsync("--delete");
        Assert.Equal((1, "1 uploaded, 16 unchanged, 1 deleted"), (code, output[0]));
        Assert.Contains("its last good version stays at https://blog.example.com/hello-press.html", output[1], StringComparison.Ordinal);
        Assert.Equal(["date: never", "      ^"], errors.Skip(1).Select(line => line[4..]));
        Assert.True((await container.GetBlobClient("_drafts/mine.md").ExistsAsync(Cancellation)).Value);

        var status = await PressRun.ToEndAsync("status", "--storage", _azurite.ConnectionString);
        Assert.Equal(1, status.Code);
        Assert.Contains(status.Output, line => line.StartsWith("_posts/2025-01-06-hello-press.md\tfaulty\thttps://blog.example.com/hello-press.html\t(3,7) FM006", StringComparison.Ordinal));
        Assert.Contains("_config.yml\tapplied\t\t", status.Output);
    }

    [Fact]
    public async Task Where_nothing_publishes_the_push_says_so()
    {
        await using var lonely = await Azurite.StartAsync(Cancellation);
        var (code, output, errors) = await PressRun.ToEndAsync("push", _site.Folder, "--storage", lonely.ConnectionString, "--wait", "1");
        Assert.Equal((2, "18 uploaded, 0 unchanged, 0 deleted"), (code, output[0]));
        Assert.Contains("18 of them, '_config.yml' first, were not published within 1 s. Does the app run?", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'serve' needs a FOLDER, or --storage CONNECTION", "serve")]
    [InlineData("not both", "serve", ".", "--storage", "UseDevelopmentStorage=true")]
    [InlineData("neither a connection string", "status", "--storage", "AccountName=secret")]
    [InlineData("which storage account?", "push", ".")]
    [InlineData("Is the address right", "status", "--storage", "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/devstoreaccount1")]
    public async Task A_mistake_is_told_in_one_line(string told, params string[] arguments)
    {
        var (code, _, errors) = await PressRun.ToEndAsync(arguments);
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Contains(told, Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors[0], StringComparison.Ordinal);
    }

    private Task<(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> PushAsync(params string[] more) =>
        PressRun.ToEndAsync(["push", _site.Folder, "--storage", _azurite.ConnectionString, .. more]);
}
