using System.Diagnostics;
using Press.Testing;

namespace Infra.Tests;

/// <summary>Runs programs, each to its end.</summary>
internal static class Run
{
    /// <summary>Runs a program with these variables and no others but the search path.</summary>
    public static Task<ProgramRun> OfAsync(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        // The root has the manifest of the tools that 'dotnet tool run' finds.
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Repository.Root };
        var path = start.Environment["PATH"];
        var home = start.Environment["HOME"];
        start.Environment.Clear();
        (start.Environment["PATH"], start.Environment["HOME"]) = (path, home);
        // Bicep is a .NET program that wants no ICU.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return ProgramRun.OfAsync(start, TestContext.Current.CancellationToken);
    }
}
