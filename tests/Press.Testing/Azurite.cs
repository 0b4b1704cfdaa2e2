using System.Diagnostics;

namespace Press.Testing;

/// <summary>The emulator of Azure Storage, of this process alone: on free ports, in memory, and gone with it.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string ReadyLine = "successfully listens on ";

    // The emulator's own, the same for everybody.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "azurite", "node_modules", "azurite", "dist", "src");

    private readonly Service _blobs;
    private readonly Service? _queues;

    private Azurite(Service blobs, Service? queues) => (_blobs, _queues) = (blobs, queues);

    /// <summary>Why it cannot run here; null if it can.</summary>
    public static string? Missing => File.Exists(ProgramOf("blob")) ? null : "Azurite is not installed: run 'npm ci' in tests/azurite.";

    /// <summary>The address of the blob service of its first account.</summary>
    public Uri Address => new(_blobs.Address, Account);

    /// <summary>The address of the blob service, without an account.</summary>
    public Uri BlobService => _blobs.Address;

    public string ConnectionString => ConnectionOf(Account, _blobs.Address);

    /// <summary>Starts it with one account and no queues, and waits until it listens.</summary>
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken) =>
        new(await StartServiceAsync("blob", accounts: 1, cancellationToken), queues: null);

    /// <summary>Starts it with queues and as many accounts, so that every test can have one, and waits until it listens.</summary>
    public static async Task<Azurite> StartAsync(int accounts, CancellationToken cancellationToken)
    {
        var blobs = StartServiceAsync("blob", accounts, cancellationToken);
        var queues = StartServiceAsync("queue", accounts, cancellationToken);
        return new Azurite(await blobs, await queues);
    }

    /// <summary>The connection string of one of its accounts.</summary>
    /// <param name="account">From 1.</param>
    /// <param name="blobs">Where its blobs are asked for, if that is not the emulator itself but a proxy before it.</param>
    public string ConnectionOf(int account, Uri? blobs = null) => ConnectionOf($"devstoreaccount{account}", blobs ?? _blobs.Address);

    public async ValueTask DisposeAsync()
    {
        await _blobs.DisposeAsync();
        if (_queues is not null)
            await _queues.DisposeAsync();
    }

    private static string ProgramOf(string service) => Path.Combine(Folder, service, "main.js");

    private string ConnectionOf(string account, Uri blobs) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={Key};BlobEndpoint={new Uri(blobs, account)};"
        + (_queues is null ? "" : $"QueueEndpoint={new Uri(_queues.Address, account)};");

    private static async Task<Service> StartServiceAsync(string service, int accounts, CancellationToken cancellationToken)
    {
        string[] options = ["--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"];
        var start = new ProcessStartInfo("node", [ProgramOf(service), $"--{service}Host", "127.0.0.1", $"--{service}Port", "0", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var names = Enumerable.Range(1, accounts).Select(number => $"devstoreaccount{number}:{Key}");
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', names);
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Split(ReadyLine) is [_, var address])
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Service(process, new Uri(address.Trim()));
            }
        }

        throw new InvalidOperationException($"Azurite's {service} service ended before it was ready.");
    }

    private sealed record Service(Process Process, Uri Address) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Process.Kill();
            await Process.WaitForExitAsync();
            Process.Dispose();
        }
    }
}
