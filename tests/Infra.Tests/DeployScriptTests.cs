using Press.Testing;

namespace Infra.Tests;

/// <summary>What the workflow does when rights are slow, and the shell of all scripts.</summary>
public sealed class DeployScriptTests : IDisposable
{
    private const string Forbidden =
        "InaccessibleStorageException: Failed to access storage account for deployment: BlobUploadFailedException: " +
        "Response status code does not indicate success: 403";

    private readonly Stubs _stubs = new();

    public void Dispose() => _stubs.Dispose();

    [Fact]
    public async Task An_upload_of_code_that_is_refused_while_rights_spread_is_tried_again()
    {
        _stubs.Add("azd", $$"""
            n=$(cat "$STATE/n" 2>/dev/null || echo 0)
            case "$*" in deploy*) n=$((n + 1)); echo "$n" > "$STATE/n"; if [ "$n" -lt 3 ]; then echo "{{Forbidden}}"; exit 1; fi ;; esac
            """);
        var run = await _stubs.RunScriptAsync(".github/deploy.sh");
        Assert.True(run.Code == 0, run.Output + run.Errors);
        Assert.Equal(
            [
                "azd provision --no-prompt", "azd deploy --no-prompt", "sleep 60", "azd deploy --no-prompt", "sleep 120",
                "azd deploy --no-prompt",
            ],
            _stubs.Calls);
    }

    [Fact]
    public async Task Any_other_failure_is_not_tried_again()
    {
        _stubs.Add("azd", "case \"$*\" in deploy*) echo 'error CS1002: ; expected'; exit 1 ;; esac");
        var run = await _stubs.RunScriptAsync(".github/deploy.sh");
        Assert.Equal(1, run.Code);
        Assert.Equal(["azd provision --no-prompt", "azd deploy --no-prompt"], _stubs.Calls);
    }

    [Fact]
    public async Task Rights_that_never_come_end_in_a_failure()
    {
        _stubs.Add("azd", $"case \"$*\" in deploy*) echo '{Forbidden}'; exit 1 ;; esac");
        var run = await _stubs.RunScriptAsync(".github/deploy.sh");
        Assert.Equal(1, run.Code);
        Assert.Equal(4, _stubs.Calls.Count(call => call.StartsWith("azd deploy", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_is_deployed_where_provisioning_stops()
    {
        _stubs.Add("azd", "exit 3");
        Assert.Equal(3, (await _stubs.RunScriptAsync(".github/deploy.sh")).Code);
        Assert.Equal(["azd provision --no-prompt"], _stubs.Calls);
    }

    [Theory]
    [InlineData("{\"purl\": \"pkg:nuget/Markdig@1.6.0\"}", 0)]
    [InlineData("{}", 1)]
    public async Task A_bill_of_materials_names_the_version_and_is_a_failure_without_components(string bill, int code)
    {
        _stubs.Add("dotnet", $$"""
            case "$*" in
              msbuild*) echo 1.2.3 ;;
              *CycloneDX*) mkdir -p artifacts/bom; for p in Press.Cli Functions; do echo '{{bill}}' > "artifacts/bom/$p.json"; done ;;
            esac
            """);
        var run = await _stubs.RunScriptAsync(".github/bom.sh");
        Assert.Equal(code, run.Code);
        var bills = _stubs.Calls.Where(call => call.Contains("CycloneDX", StringComparison.Ordinal)).ToList();
        Assert.Equal(code == 0 ? 2 : 1, bills.Count);
        Assert.All(bills, call => Assert.Contains("--set-version 1.2.3", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Press.Cli", "press")]
    [InlineData("Press.Cli.exe", "press.exe")]
    public async Task A_native_program_has_the_name_of_its_command(string published, string name)
    {
        var folder = Path.Combine(_stubs.Folder, "native");
        _stubs.Add("dotnet", $"mkdir '{folder}' && echo program > '{folder}/{published}'");
        Assert.Equal(0, (await _stubs.RunScriptAsync(".github/native.sh", folder)).Code);
        Assert.Equal($"dotnet publish src/Press.Cli -c Release -p:Native=true -o {folder}", _stubs.Calls[0]);
        Assert.Equal("program\n", await File.ReadAllTextAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken));
        Assert.Equal(
            ["LICENSE", "README.md", name],
            Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_shell_of_all_scripts_is_sound()
    {
        string[] scripts =
        [
            "infra/hooks/preprovision.sh", "infra/hooks/postdeploy.sh", ".github/deploy.sh", ".github/bom.sh", ".github/native.sh",
            "tests/run.sh", ".ci/run",
        ];
        Assert.SkipUnless(IsThere("shellcheck"), "shellcheck is not installed.");
        var run = await Run.OfAsync("shellcheck", scripts.Select(script => Path.Combine(Repository.Root, script)));
        Assert.True(run.Code == 0, run.Output);
    }

    private static bool IsThere(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
