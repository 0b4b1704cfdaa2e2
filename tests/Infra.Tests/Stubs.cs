using Press.Testing;

namespace Infra.Tests;

/// <summary>Stand-ins for the programs that a script calls, and a record of the calls. Disposing deletes them.</summary>
internal sealed class Stubs : IDisposable
{
    // Asked once: each start takes a second or two.
    private static readonly Lazy<Task<ProgramRun>> PowerShell =
        new(() => Run.OfAsync("dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", "-Version"]));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("press-hook-");

    /// <summary><c>$STATE</c> of the stand-ins.</summary>
    public string Folder => _folder.FullName;

    private string Log => Path.Combine(Folder, "log");

    /// <summary>The calls, in order.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    public static string PathOf(string hook) => Path.Combine(Bicep.Folder, "hooks", hook);

    /// <summary>
    /// A program that writes each call to the record and then does what <paramref name="script"/> says, in POSIX shell. A file in
    /// <c>$STATE</c> lives as long as the stand-ins.
    /// </summary>
    public void Add(string name, string script)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\necho \"{name} $*\" >> \"$STATE/log\"\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Forget() => File.Delete(Log);

    /// <summary>Runs a hook in the shell of its extension, with these variables and without real pauses.</summary>
    public async Task<ProgramRun> RunHookAsync(string hook, IEnumerable<(string Name, string Value)> variables)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-ins are shell scripts.");
        Add("sleep", "");
        var environment = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        environment["PATH"] = $"{_folder.FullName}:/usr/bin:/bin";
        environment["STATE"] = _folder.FullName;
        if (Path.GetExtension(hook) == ".sh")
            return await Run.OfAsync("/bin/sh", [PathOf(hook)], environment);

        await SkipWithoutPowerShellAsync();
        var script = $$"""
            function global:Start-Sleep { Add-Content "$env:STATE/log" "sleep $($args[1])" }
            & '{{PathOf(hook)}}'
            exit $LASTEXITCODE
            """;
        return await Run.OfAsync("dotnet", ["tool", "run", "pwsh", "--", "-NoProfile", "-NonInteractive", "-Command", script], environment);
    }

    /// <summary>Runs a script of the repository in bash.</summary>
    public Task<ProgramRun> RunScriptAsync(string path, params string[] arguments)
    {
        Add("sleep", "");
        var environment = new Dictionary<string, string> { ["PATH"] = $"{_folder.FullName}:/usr/bin:/bin", ["STATE"] = _folder.FullName };
        return Run.OfAsync("/bin/bash", [Path.Combine(Repository.Root, path), .. arguments], environment);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task SkipWithoutPowerShellAsync()
    {
        var run = await PowerShell.Value;
        Assert.SkipUnless(run.Code == 0, "There is no PowerShell: run 'dotnet tool restore'. " + run.Errors);
    }
}
