using System.Diagnostics;
using System.Globalization;
using Press.Testing;

namespace Press.Storage.Tests;

/// <summary>An emulator that keeps what it has on the disk, so that it can be stopped and started again at the same address.</summary>
internal sealed class DurableAzurite : IAsyncDisposable
{
    private const string ReadyLine = "successfully listens on ";

    private static readonly string Program = Path.Combine(
        Repository.Root, "tests", "azurite", "node_modules", "azurite", "dist", "src", "blob", "main.js");

    private readonly string _folder;
    private Process _process;

    private DurableAzurite(string folder, Process process, Uri address) =>
        (_folder, _process, Address) = (folder, process, new Uri(address, "devstoreaccount1"));

    public Uri Address { get; }

    public static async Task<DurableAzurite> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var (process, address) = await StartAsync(folder, port: 0, cancellationToken);
        return new DurableAzurite(folder, process, address);
    }

    /// <summary>
    /// Stops it. Asked to, and not killed: it writes what it has acknowledged every few seconds and at its end, and a storage that forgets
    /// what it has acknowledged is none.
    /// </summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async Task StartAgainAsync(CancellationToken cancellationToken) =>
        (_process, _) = await StartAsync(_folder, Address.Port, cancellationToken);

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<(Process Process, Uri Address)> StartAsync(string folder, int port, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            Program, "--location", folder, "--blobHost", "127.0.0.1", "--blobPort",
            port.ToString(CultureInfo.InvariantCulture), "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var process =
            Process.Start(new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Split(ReadyLine) is [_, var address])
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return (process, new Uri(address.Trim()));
            }
        }

        throw new InvalidOperationException("Azurite ended before it was ready.");
    }
}
