using System.Diagnostics;
using Press.Testing;

namespace Infra.Tests;

/// <summary>One run of a program to its end.</summary>
internal sealed record Run(int Code, string Output, string Errors)
{
    /// <summary>Runs a program with these variables and no others but the search path.</summary>
    public static async Task<Run> OfAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        // The root has the manifest of the tools that 'dotnet tool run' finds.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        var path = start.Environment["PATH"];
        var home = start.Environment["HOME"];
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["HOME"]) = (path, home);
        // Bicep is a .NET program that wants no ICU.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Run(process.ExitCode, await output, await errors);
    }
}
