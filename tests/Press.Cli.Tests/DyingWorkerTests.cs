using System.Diagnostics;
using System.Text;
using Azure.Storage.Blobs;
using Press.Storage;
using Press.Testing;

namespace Press.Cli.Tests;

/// <summary>A source that kills its worker, with real processes: the third one leaves it aside and publishes all others.</summary>
public sealed class DyingWorkerTests : IAsyncLifetime
{
    private const string Killer = "2025-01-01-killer.md";

    private Azurite _azurite = null!;
    private BlobServiceClient _account = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(Azurite.Missing is not null, Azurite.Missing ?? "");
        _azurite = await Azurite.StartAsync(Cancellation);
        _account = new BlobServiceClient(_azurite.ConnectionString);
        foreach (var name in new[] { "posts", "site", "public", "press" })
            await _account.CreateBlobContainerAsync(name, cancellationToken: Cancellation);
        await UploadAsync("2025-01-02-good.md", "Text.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
    }

    [Fact]
    public async Task A_post_during_which_the_process_is_killed_twice_is_set_aside()
    {
        await UploadAsync(Killer, "Text.");
        for (var times = 0; times < 2; times++)
        {
            Process? worker = null;
            var writes = 0;
            // The first write says that it is being read; the process is killed before it can say more.
            await using var proxy = new FaultyProxy(_azurite.Address, request =>
            {
                if (!request.StartsWith("PUT ", StringComparison.Ordinal)
                    || !request.Contains($"/press/receipts/{Killer}.json ", StringComparison.Ordinal)
                    || ++writes < 2)
                    return NetworkFate.Passes;
                worker!.Kill();
                return NetworkFate.CutBefore;
            });
            using var killed = worker = Start(
                _azurite.ConnectionString.Replace(_azurite.Address.ToString(), proxy.Address.ToString(), StringComparison.Ordinal));
            _ = killed.StandardOutput.ReadToEndAsync(Cancellation);
            await killed.WaitForExitAsync(Cancellation);
            Assert.Equal(128 + 9, killed.ExitCode);
            Assert.Equal(ReceiptState.Reading, (await ReceiptAsync()).State);
            await FreeLeasesAsync();
        }

        await AssertSetAsideAsync(heapLimit: null);
    }

    [Fact]
    public async Task A_post_for_which_there_is_not_enough_memory_is_set_aside()
    {
        const string SmallHeap = "0x6000000";
        await UploadAsync(
            Killer,
            string.Concat(
                Enumerable.Range(0, 60_000).Select(number => $"Text *with* `code` and **more** of [it](https://x.example/{number}).\n\n")));
        for (var times = 0; times < 2; times++)
        {
            using var worker = Start(_azurite.ConnectionString, SmallHeap);
            _ = worker.StandardOutput.ReadToEndAsync(Cancellation);
            await worker.WaitForExitAsync(Cancellation);
            Assert.NotEqual(0, worker.ExitCode);
            await FreeLeasesAsync();
        }

        await AssertSetAsideAsync(SmallHeap);
    }

    private async Task AssertSetAsideAsync(string? heapLimit)
    {
        using var worker = Start(_azurite.ConnectionString, heapLimit);
        try
        {
            string? line;
            do
            {
                line = await worker.StandardOutput.ReadLineAsync(Cancellation);
                Assert.NotNull(line);
            }
            while (!line.Contains($"posts/{Killer}: faulty", StringComparison.Ordinal));
        }
        finally
        {
            worker.Kill();
            await worker.WaitForExitAsync(Cancellation);
        }

        Assert.Equal("SR010", Assert.Single((await ReceiptAsync()).Diagnostics).Code);
        Assert.True(await _account.GetBlobContainerClient("public").GetBlobClient("good.html").ExistsAsync(Cancellation));
    }

    private static Process Start(string storage, string? heapLimit = null)
    {
        var folder = AppContext.BaseDirectory;
        string[] arguments =
        [
            "exec", "--runtimeconfig", Path.Combine(folder, "Press.Cli.Tests.runtimeconfig.json"), "--depsfile", Path.Combine(
                folder, "Press.Cli.Tests.deps.json"),
            typeof(PressCommand).Assembly.Location, "serve", "--storage", storage, "--port", "0",
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (heapLimit is not null)
            start.Environment["DOTNET_GCHeapHardLimit"] = heapLimit;
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return process;
    }

    /// <summary>A minute later.</summary>
    private async Task FreeLeasesAsync()
    {
        await foreach (var blob in _account.GetBlobContainerClient("press").GetBlobsAsync(new() { Prefix = ".locks/" }, Cancellation))
            await _account.GetBlobContainerClient("press").DeleteBlobIfExistsAsync(
                blob.Name, conditions: await LeaseOfAsync(blob.Name), cancellationToken: Cancellation);
    }

    private async Task<Azure.Storage.Blobs.Models.BlobRequestConditions?> LeaseOfAsync(string name)
    {
        var blob = _account.GetBlobContainerClient("press").GetBlobClient(name);
        var properties = (await blob.GetPropertiesAsync(cancellationToken: Cancellation)).Value;
        if (properties.LeaseState == Azure.Storage.Blobs.Models.LeaseState.Leased)
            await new Azure.Storage.Blobs.Specialized.BlobLeaseClient(blob).BreakAsync(TimeSpan.Zero, cancellationToken: Cancellation);
        return null;
    }

    private async Task<Receipt> ReceiptAsync()
    {
        var press = BlobAccount.Open(_azurite.ConnectionString).Container("press", TimeProvider.System);
        return (await ReceiptFolder.OfPosts(press).FindAsync(Killer, Cancellation))!;
    }

    private async Task UploadAsync(string name, string text) =>
        await _account.GetBlobContainerClient("posts").UploadBlobAsync(name, new BinaryData(Encoding.UTF8.GetBytes(text)), Cancellation);
}
