using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Press.Testing;

/// <summary>One run of a program to its end.</summary>
/// <param name="Code">What it ended with.</param>
/// <param name="Output">All that it printed, as UTF-8.</param>
/// <param name="Errors">All that it printed as errors.</param>
public sealed record ProgramRun(int Code, string Output, string Errors)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs it.</summary>
    /// <param name="start">The program, its arguments and its surroundings.</param>
    /// <param name="cancellationToken">Ends the waiting, not the program.</param>
    /// <param name="input">What it reads.</param>
    /// <returns>Null if there is no such program.</returns>
    public static async Task<ProgramRun?> TryAsync(ProcessStartInfo start, CancellationToken cancellationToken, string input = "")
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        (start.StandardInputEncoding, start.StandardOutputEncoding) = (Utf8, Utf8);
        using var process = Start(start);
        if (process is null)
            return null;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Runs a program that has to be there.</summary>
    /// <exception cref="InvalidOperationException">It is not.</exception>
    /// <inheritdoc cref="TryAsync"/>
    public static async Task<ProgramRun> OfAsync(ProcessStartInfo start, CancellationToken cancellationToken, string input = "") =>
        await TryAsync(start, cancellationToken, input) ?? throw new InvalidOperationException($"There is no {start.FileName}.");

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
