using Press.Testing;

namespace Infra.Tests;

/// <summary>The hook that makes the second pass, against stand-ins for the programs that it calls.</summary>
public sealed class HookTests : IDisposable
{
    private static readonly string Hook = Path.Combine(Bicep.Folder, "hooks", "postdeploy.sh");

    private readonly DirectoryInfo _stubs = Directory.CreateTempSubdirectory("press-hook-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _stubs.Delete(recursive: true);

    [Fact]
    public async Task It_waits_for_the_host_and_makes_the_subscriptions()
    {
        // The key is there at the third time, the function one time later; the first deployment comes too early.
        await StubAsync("az", """
            n=$(cat "$STATE/n" 2>/dev/null || echo 0); n=$((n + 1)); echo "$n" > "$STATE/n"
            echo "az $*" >> "$STATE/log"
            case "$*" in
              *"keys list"*) if [ "$n" -lt 3 ]; then exit 1; else echo true; fi ;;
              *"function show"*) [ "$n" -gt 4 ] ;;
              *"deployment group create"*) if [ ! -e "$STATE/early" ]; then : > "$STATE/early"; exit 1; fi ;;
            esac
            """);
        await StubAsync("sleep", "echo \"sleep $*\" >> \"$STATE/log\"");

        var first = await RunAsync();
        Assert.Equal(0, first.Code);
        Assert.Contains("Index:  https://index", first.Output, StringComparison.Ordinal);
        var calls = await CallsAsync();
        Assert.Equal(2, calls.Count(call => call.Contains("deployment group create", StringComparison.Ordinal)));
        Assert.Contains(calls, call => call.Contains("subscriptions.bicep --parameters name=press-app contentAccountName=pressc1", StringComparison.Ordinal));
        Assert.Contains("sleep 10", calls);

        await File.WriteAllTextAsync(Path.Combine(_stubs.FullName, "log"), "", Cancellation);
        var second = await RunAsync();
        Assert.Equal(0, second.Code);
        Assert.Equal(["az functionapp keys list", "az functionapp function show", "az deployment group create"], (await CallsAsync()).Select(call => string.Join(' ', call.Split(' ').TakeWhile(word => !word.StartsWith('-')))));
    }

    [Fact]
    public async Task A_host_that_never_comes_up_is_an_error_that_says_what_to_do()
    {
        await StubAsync("az", "exit 1");
        await StubAsync("sleep", "echo \"sleep $*\" >> \"$STATE/log\"");
        var run = await RunAsync();
        Assert.Equal(1, run.Code);
        Assert.Contains("azd hooks run postdeploy", run.Errors, StringComparison.Ordinal);
        Assert.Equal(59, (await CallsAsync()).Count);
    }

    [Fact]
    public async Task Subscriptions_that_cannot_be_made_are_an_error_after_three_tries()
    {
        await StubAsync("az", """
            echo "az $*" >> "$STATE/log"
            case "$*" in *"keys list"*) echo true ;; *"deployment group create"*) exit 1 ;; esac
            """);
        await StubAsync("sleep", "");
        var run = await RunAsync();
        Assert.Equal(1, run.Code);
        Assert.Equal(3, (await CallsAsync()).Count(call => call.Contains("deployment group create", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("AZURE_RESOURCE_GROUP")]
    [InlineData("APP_NAME")]
    [InlineData("CONTENT_ACCOUNT_NAME")]
    public async Task A_missing_variable_is_named(string name)
    {
        var run = await RunAsync(without: name);
        Assert.NotEqual(0, run.Code);
        Assert.Contains($"{name}: is not set", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shell_of_all_scripts_is_sound()
    {
        var scripts = new[] { Hook, Path.Combine(Repository.Root, "tests", "run.sh"), Path.Combine(Repository.Root, ".ci", "run") };
        Assert.SkipUnless(IsThere("shellcheck"), "shellcheck is not installed.");
        var run = await Run.OfAsync("shellcheck", scripts);
        Assert.True(run.Code == 0, run.Output);
    }

    private static bool IsThere(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task StubAsync(string name, string script)
    {
        var path = Path.Combine(_stubs.FullName, name);
        await File.WriteAllTextAsync(path, "#!/bin/sh\n" + script + "\n", Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task<Run> RunAsync(string? without = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has the hook in PowerShell.");
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = $"{_stubs.FullName}:/usr/bin:/bin",
            ["STATE"] = _stubs.FullName,
            ["AZURE_RESOURCE_GROUP"] = "rg",
            ["APP_NAME"] = "press-app",
            ["CONTENT_ACCOUNT_NAME"] = "pressc1",
            ["INDEX_URL"] = "https://index",
        };
        if (without is not null)
            variables.Remove(without);
        return Run.OfAsync("/bin/sh", [Hook], variables);
    }

    private async Task<IReadOnlyList<string>> CallsAsync() => await File.ReadAllLinesAsync(Path.Combine(_stubs.FullName, "log"), Cancellation);
}
