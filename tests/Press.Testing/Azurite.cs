using System.Diagnostics;

namespace Press.Testing;

/// <summary>The emulator of Blob Storage, of this process alone: on a free port, in memory, and gone with it.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string ReadyLine = "successfully listens on ";

    // The emulator's own, the same for everybody.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly string Program = Path.Combine(Repository.Root, "tests", "azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");

    private readonly Process _process;

    private Azurite(Process process, Uri address) => (_process, Address) = (process, new Uri(address, Account));

    /// <summary>Why it cannot run here; null if it can.</summary>
    public static string? Missing => File.Exists(Program) ? null : "Azurite is not installed: run 'npm ci' in tests/azurite.";

    /// <summary>The address of its one account.</summary>
    public Uri Address { get; }

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Address};";

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<Azurite> StartAsync(CancellationToken cancellationToken)
    {
        var process = Process.Start(new ProcessStartInfo("node", [Program, "--blobHost", "127.0.0.1", "--blobPort", "0", "--silent", "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _ = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Split(ReadyLine) is [_, var address])
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Azurite(process, new Uri(address.Trim()));
            }
        }

        throw new InvalidOperationException("Azurite ended before it was ready.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
