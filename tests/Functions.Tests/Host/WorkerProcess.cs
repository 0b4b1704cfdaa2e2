using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Press.Testing;

namespace Press.Functions.Tests.Host;

/// <summary>A Functions app as a process of its own, started the way the Functions host starts one.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private WorkerProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it has written to its console.</summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts an app.</summary>
    /// <param name="folder">Where it was built, from the root of the repository: <c>src/Functions</c>.</param>
    /// <param name="hostAddress">The address of the host's gRPC server.</param>
    /// <param name="settings">The app's settings, as environment variables.</param>
    public static WorkerProcess Start(string folder, Uri hostAddress, IReadOnlyDictionary<string, string> settings)
    {
        var output = OutputOf(folder);
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(output, $"{Path.GetFileName(folder)}.dll"),
            "--functions-uri", hostAddress.AbsoluteUri,
            "--functions-request-id", Ids.Next(),
            "--functions-worker-id", Ids.Next(),
            "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ])
        {
            WorkingDirectory = output,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = output;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Asks it to end, as a platform that moves its instances does.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Ends it without a word, as a crash does.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Waits until it has ended; its exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    /// <summary>The output folder of a project of the same configuration as these tests: <c>bin/Debug/net10.0</c>.</summary>
    public static string OutputOf(string folder)
    {
        var own = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var framework = Path.GetFileName(own);
        var configuration = Path.GetFileName(Path.GetDirectoryName(own)!);
        return Path.Combine(Repository.Root, folder, "bin", configuration, framework);
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }
}
