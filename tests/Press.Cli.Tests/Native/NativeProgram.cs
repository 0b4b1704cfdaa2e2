using System.Diagnostics;
using Press.Testing;

namespace Press.Cli.Tests.Native;

/// <summary>
/// The program as a machine's own code, where <c>PRESS_NATIVE</c> names it. It is made of the same sources as the one in this process, but
/// what only reflection uses is not in it, and nothing else than running it shows what is missing.
/// </summary>
internal sealed class NativeProgram : IAsyncDisposable
{
    private static readonly string? Program = Environment.GetEnvironmentVariable("PRESS_NATIVE");

    private readonly Process _process;

    private NativeProgram(Process process) => _process = process;

    /// <summary>Why it cannot run here; null if it can.</summary>
    public static string? Missing => Program is null ? "PRESS_NATIVE names no program." : null;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Runs it to the end.</summary>
    public static Task<ProgramRun> ToEndAsync(params string[] arguments) =>
        ProgramRun.OfAsync(new ProcessStartInfo(Program!, arguments), Cancellation);

    /// <summary>Starts its server, and says where that is.</summary>
    public static async Task<(NativeProgram Program, Uri Address)> ServeAsync(params string[] arguments)
    {
        var program = new NativeProgram(Start(["serve", .. arguments, "--port", "0"]));
        _ = program._process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await program._process.StandardOutput.ReadLineAsync(Cancellation) is { } line)
        {
            if (PressRun.AddressIn(line) is { } address)
            {
                _ = program._process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return (program, address);
            }
        }

        throw new InvalidOperationException("The server ended before it said where it is.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static Process Start(string[] arguments) => Process.Start(
        new ProcessStartInfo(Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
