using Press.Testing;

namespace Infra.Tests;

/// <summary>The hook that looks before anything is changed, in both shells.</summary>
public sealed class PreprovisionTests : IDisposable
{
    private readonly Stubs _stubs = new();

    public static TheoryData<string> Shells => ["preprovision.sh", "preprovision.ps1"];

    public void Dispose() => _stubs.Dispose();

    [Theory]
    [InlineData("preprovision.sh", "public", "")]
    [InlineData("preprovision.sh", "$web", "true")]
    [InlineData("preprovision.sh", "", "true")]
    [InlineData("preprovision.ps1", "public", "")]
    [InlineData("preprovision.ps1", "$web", "True")]
    public async Task A_site_that_stays_where_it_is_is_deployed(string hook, string live, string website)
    {
        StubAzure(live);
        var run = await RunAsync(hook, ("PRESS_STATIC_WEBSITE", website));
        Assert.True(run.Code == 0, run.Output + run.Errors);
        Assert.Contains(_stubs.Calls, call => call.Contains("functionapp config appsettings list", StringComparison.Ordinal));
        Assert.All(_stubs.Calls, call => Assert.Contains("--subscription sub-1", call, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("preprovision.sh", "$web", "", "true")]
    [InlineData("preprovision.sh", "public", "true", "false")]
    [InlineData("preprovision.ps1", "$web", "", "true")]
    public async Task A_deployment_that_would_move_a_live_site_stops(string hook, string live, string website, string leave)
    {
        StubAzure(live);
        var run = await RunAsync(hook, ("PRESS_STATIC_WEBSITE", website));
        Assert.Equal(1, run.Code);
        Assert.Contains($"The site is live in the container '{live}'", run.Errors, StringComparison.Ordinal);
        Assert.Contains($"Set PRESS_STATIC_WEBSITE to {leave} to leave it", run.Errors, StringComparison.Ordinal);

        var meant = await RunAsync(hook, ("PRESS_STATIC_WEBSITE", website), ("PRESS_MOVE_SITE", "true"));
        Assert.Equal(0, meant.Code);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Another_environment_of_the_group_is_no_concern(string hook)
    {
        StubAzure("$web");
        Assert.Equal(0, (await RunAsync(hook, ("AZURE_ENV_NAME", "other"))).Code);
        Assert.DoesNotContain(_stubs.Calls, call => call.Contains("appsettings", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_deployment_from_CI_names_a_person_who_may_upload(string hook)
    {
        StubAzure("");
        var run = await RunAsync(hook, ("CI", "true"), ("PRESS_AUTHORS", ""));
        Assert.Equal(1, run.Code);
        Assert.Contains("PRESS_AUTHORS is not set", run.Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(hook, ("CI", "true"), ("PRESS_AUTHORS", "a1"))).Code);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_account_that_cannot_use_the_subscription_stops_it_in_the_words_of_az(string hook)
    {
        _stubs.Add("az", "echo \"ERROR: The subscription of 'sub-1' doesn't exist in cloud 'AzureCloud'.\" >&2; exit 1");
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("doesn't exist in cloud 'AzureCloud'", run.Errors, StringComparison.Ordinal);
        Assert.Contains("az login", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_group_that_is_not_there_is_named_with_the_command_that_makes_it(string hook)
    {
        _stubs.Add("az", "case \"$*\" in *\"group exists\"*) echo false ;; esac");
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("az group create --name rg", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_group_is_not_looked_up_in_a_subscription_that_nobody_chose(string hook)
    {
        StubAzure("");
        var run = await RunAsync(hook, ("AZURE_SUBSCRIPTION_ID", ""));
        Assert.Equal(1, run.Code);
        Assert.Contains("azd env set AZURE_SUBSCRIPTION_ID", run.Errors, StringComparison.Ordinal);
        Assert.Empty(_stubs.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Nothing_is_asked_before_azd_knows_where_to_deploy(string hook)
    {
        // 'azd provision' runs the hook first and asks for subscription and group after it.
        StubAzure("$web");
        var run = await RunAsync(hook, ("AZURE_SUBSCRIPTION_ID", ""), ("AZURE_RESOURCE_GROUP", ""));
        Assert.True(run.Code == 0, run.Output + run.Errors);
        Assert.Empty(_stubs.Calls);
    }

    private void StubAzure(string live)
    {
        File.WriteAllText(Path.Combine(_stubs.Folder, "live"), live);
        // The query by tag is az's; a list as JSON is filtered by the hook itself.
        _stubs.Add("az", """
            case "$*" in
              *"group exists"*) echo true ;;
              *"functionapp list"*"=='blog'"*) echo press-app ;;
              *"functionapp list"*"--output json"*) echo '[{"name":"press-app","tags":{"azd-env-name":"blog"}},{"name":"x","tags":null}]' ;;
              *"appsettings list"*) cat "$STATE/live" ;;
            esac
            """);
    }

    private Task<ProgramRun> RunAsync(string hook, params (string Name, string Value)[] more)
    {
        (string Name, string Value)[] usual =
            [("AZURE_SUBSCRIPTION_ID", "sub-1"), ("AZURE_RESOURCE_GROUP", "rg"), ("AZURE_ENV_NAME", "blog")];
        return _stubs.RunHookAsync(hook, usual.Where(variable => more.All(other => other.Name != variable.Name)).Concat(more));
    }
}
