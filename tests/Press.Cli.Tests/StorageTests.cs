using System.Net;
using System.Text.Json;
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
        _client.BaseAddress = await _serve.AddressAsync();
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
        Assert.Contains(
            output,
            line => line.StartsWith("_posts/2099-01-01-a-letter-to-the-future.md comes out on 2099-01-01", StringComparison.Ordinal));
        Assert.Contains(
            "  preview: /api/preview/_posts/2099-01-01-a-letter-to-the-future.md (of the app, with its key: ?code=KEY)", output);
        Assert.Contains(
            "href=\"/assets/press.css",
            await _client.GetStringAsync("/api/preview/_posts/2099-01-01-a-letter-to-the-future.md", Cancellation),
            StringComparison.Ordinal);
        Assert.Contains("<h1>A Quiet Press</h1>", await _client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        Assert.Contains("\"total\":2", await _client.GetStringAsync("/api/posts?tag=llm", Cancellation), StringComparison.Ordinal);
        Assert.Contains(
            "\"imageSize\":{\"width\":1200,\"height\":800,\"srcset\":\"https://blog.example.com/images/hello.jpg.480.webp 480w, ",
            await _client.GetStringAsync("/api/posts/hello-press", Cancellation),
            StringComparison.Ordinal);
        using var missing = await _client.GetAsync("/no-such-page.html", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("<h1>Page not found</h1>", await missing.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        Assert.Equal(["0 uploaded, 18 unchanged, 0 deleted"], (await PushAsync()).Output);
    }

    [Fact]
    public async Task A_push_that_would_delete_much_does_nothing_and_says_how_to_mean_it()
    {
        await PushAsync();
        var empty = Directory.CreateDirectory(Path.Combine(_site.Folder, "..", "empty")).FullName;

        foreach (var arguments in new string[][] { ["--delete"], ["--delete", "--dry-run"], ["--delete", "--max-delete", "17"] })
        {
            var stopped = await PushAsync(empty, arguments);
            Assert.Equal(PressCommand.BadCall, stopped.Code);
            Assert.Contains("would delete 18 files of 18", Assert.Single(stopped.Errors), StringComparison.Ordinal);
            Assert.Contains("--delete-all", stopped.Errors[0], StringComparison.Ordinal);
        }

        var named = (await PushAsync(empty, "--delete", "-n")).Output;
        Assert.Contains("would delete _posts/2025-01-06-hello-press.md", named);
        Assert.Equal("0 to upload, 0 unchanged, 18 to delete", named[^1]);
        Assert.Equal(["0 uploaded, 18 unchanged, 0 deleted"], (await PushAsync()).Output);

        string[] gone = [.. Directory.GetFiles(_site.PathOf("_posts")).Order(StringComparer.Ordinal).Take(5)];
        Array.ForEach(gone, File.Delete);
        var tooMuch = await PushAsync("--delete");
        Assert.Equal(PressCommand.BadCall, tooMuch.Code);
        Assert.Contains("more than a quarter", Assert.Single(tooMuch.Errors), StringComparison.Ordinal);

        var meant = await PushAsync("--delete", "--max-delete", "10");
        Assert.Contains("deleted _posts/2025-01-06-hello-press.md", meant.Output);
        var all = await PushAsync(empty, "--delete-all");
        Assert.Equal(0, all.Code);
        Assert.StartsWith("0 uploaded, 0 unchanged, ", all.Output[0], StringComparison.Ordinal);
        Assert.Contains("deleted _config.yml", all.Output);
    }

    [Fact]
    public async Task A_push_from_an_empty_folder_says_so()
    {
        var empty = Directory.CreateDirectory(Path.Combine(_site.Folder, "..", "empty")).FullName;
        var (code, _, errors) = await PushAsync(empty);
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Equal($"press: '{empty}' is empty, so there is nothing to push. Name the folder of the site.", Assert.Single(errors));
    }

    [Fact]
    public async Task A_push_from_the_folder_above_a_site_does_nothing()
    {
        var above = Path.GetDirectoryName(_site.Folder)!;
        var (code, output, errors) = await PushAsync(above);
        Assert.Equal((PressCommand.BadCall, 0), (code, output.Count));
        Assert.Equal(
            $"press: nothing was done: '{above}' has no _config.yml, and its folder 'blog' has one. Did you mean '{_site.Folder}'?",
            Assert.Single(errors));
    }

    [Fact]
    public async Task What_only_the_storage_has_is_named()
    {
        await PushAsync();
        File.Delete(_site.PathOf("_posts/2025-02-21-a-table-of-coffee.md"));
        Assert.Equal(
            [
                "0 uploaded, 17 unchanged, 0 deleted",
                "only in the storage: _posts/2025-02-21-a-table-of-coffee.md",
                "1 file is in the storage and not in the folder; --delete deletes them",
            ],
            (await PushAsync()).Output);
    }

    [Fact]
    public async Task A_push_is_not_green_as_long_as_a_post_is_faulty()
    {
        await PushAsync();
        await File.WriteAllTextAsync(_site.PathOf("_posts/2025-01-06-hello-press.md"), "---\ntitle: x\ndate: never\n---\n", Cancellation);
        Assert.Equal(1, (await PushAsync()).Code);

        var (code, output, errors) = await PushAsync();
        Assert.Equal((1, "0 uploaded, 18 unchanged, 0 deleted"), (code, output[0]));
        Assert.Contains("its last good version stays at", output[1], StringComparison.Ordinal);
        Assert.Contains("FM006", errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_is_there_for_programs()
    {
        await PushAsync();
        var (code, output, _) = await PressRun.ToEndAsync("status", "--storage", _azurite.ConnectionString, "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(string.Join('\n', output));
        var korean = json.RootElement.EnumerateArray()
            .Single(receipt => receipt.GetProperty("source").GetString()!.Contains("서울", StringComparison.Ordinal));
        Assert.Equal("published", korean.GetProperty("state").GetString());
        Assert.Equal("https://blog.example.com/ko/%EC%84%9C%EC%9A%B8-%EC%82%B0%EC%B1%85.html", korean.GetProperty("url").GetString());

        var lines = (await PressRun.ToEndAsync("status", "-s", _azurite.ConnectionString)).Output;
        Assert.Contains(lines, line => line.EndsWith("\tpublished\thttps://blog.example.com/ko/서울-산책.html\t", StringComparison.Ordinal));
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
        Assert.Equal("deleted _posts/2025-02-21-a-table-of-coffee.md", output[1]);
        Assert.Contains("its last good version stays at https://blog.example.com/hello-press.html", output[2], StringComparison.Ordinal);
        Assert.Equal(["date: never", "      ^"], errors.Skip(1).Select(line => line[4..]));
        Assert.True((await container.GetBlobClient("_drafts/mine.md").ExistsAsync(Cancellation)).Value);

        var status = await PressRun.ToEndAsync("status", "--storage", _azurite.ConnectionString);
        Assert.Equal(1, status.Code);
        Assert.Contains(
            status.Output,
            line => line.StartsWith(
                "_posts/2025-01-06-hello-press.md\tfaulty\thttps://blog.example.com/hello-press.html\t(3,7) FM006",
                StringComparison.Ordinal));
        Assert.Contains("_config.yml\tapplied\t\t", status.Output);
    }

    [Fact]
    public async Task Where_nothing_publishes_the_push_says_so()
    {
        await using var lonely = await Azurite.StartAsync(Cancellation);
        var (code, output, errors) = await PressRun.ToEndAsync("push", _site.Folder, "--storage", lonely.ConnectionString, "--wait", "1");
        Assert.Equal((2, "18 uploaded, 0 unchanged, 0 deleted"), (code, output[0]));
        Assert.Contains(
            "18 files have no receipt ('_config.yml' first), and none came for 1 s. Does the app run?",
            Assert.Single(errors),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not both", "serve", ".", "--storage", "UseDevelopmentStorage=true")]
    [InlineData("neither a connection string", "status", "--storage", "AccountName=secret")]
    [InlineData("which storage account?", "push", ".")]
    [InlineData(
        "Is the address right",
        "status",
        "--storage",
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/devstoreaccount1")]
    public async Task A_mistake_is_told_in_one_line(string told, params string[] arguments)
    {
        var (code, _, errors) = await PressRun.ToEndAsync(arguments);
        Assert.Equal(PressCommand.BadCall, code);
        Assert.Contains(told, Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors[0], StringComparison.Ordinal);
    }

    private Task<(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> PushAsync(params string[] more) =>
        more is [var folder, .. var others] && !folder.StartsWith('-')
            ? PushAsync(folder, others)
            : PushAsync(_site.Folder, more);

    private Task<(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> PushAsync(string folder, string[] more) =>
        PressRun.ToEndAsync(["push", folder, "--storage", _azurite.ConnectionString, .. more]);
}
