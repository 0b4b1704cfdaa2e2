using Press.Testing;

namespace Infra.Tests;

/// <summary>The hook that makes the second pass, in both shells, against stand-ins for the programs that it calls.</summary>
public sealed class PostdeployTests : IDisposable
{
    private const string Deploy = "deployment group create";

    private static readonly (string Name, string Value)[] Variables =
    [
        ("AZURE_SUBSCRIPTION_ID", "sub-1"), ("AZURE_RESOURCE_GROUP", "rg"), ("APP_NAME", "press-app"), ("INDEX_URL", "https://index"),
        ("CUSTOM_DOMAIN_PROOF", "_dnsauth.blog.example.com TXT abc"),
    ];

    private readonly Stubs _stubs = new();

    public static TheoryData<string> Shells => ["postdeploy.sh", "postdeploy.ps1"];

    public void Dispose() => _stubs.Dispose();

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task It_checks_the_account_then_waits_for_the_host_and_adds_the_webhooks(string hook)
    {
        // The key is there at the second time, the function one time later; the first deployment comes too early.
        _stubs.Add("az", """
            next() { n=$(cat "$STATE/$1" 2>/dev/null || echo 0); n=$((n + 1)); echo "$n" > "$STATE/$1"; }
            case "$*" in
              *"event-subscription list"*) printf 'changes\nposts-created\n' ;;
              *"keys list"*) next keys; if [ "$n" -lt 2 ]; then echo "Bad Request" >&2; exit 1; else echo true; fi ;;
              *"function show"*) next show; [ "$n" -gt 1 ] ;;
              *"deployment group create"*) next deploy; [ "$n" -gt 1 ] ;;
            esac
            """);
        var first = await RunAsync(hook);
        Assert.True(first.Code == 0, first.Output + first.Errors);
        Assert.Contains("Index:  https://index", first.Output, StringComparison.Ordinal);
        Assert.Contains("DNS:    _dnsauth.blog.example.com TXT abc", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("az account show", _stubs.Calls[0], StringComparison.Ordinal);
        Assert.All(AzCalls, call => Assert.Contains("--subscription sub-1", call, StringComparison.Ordinal));
        Assert.Equal(2, AzCalls.Count(call => call.Contains(Deploy, StringComparison.Ordinal)));
        Assert.Contains(AzCalls, call => call.Contains("subscriptions.bicep --parameters name=press-app ", StringComparison.Ordinal));
        Assert.Equal(3, _stubs.Calls.Count(call => call == "sleep 10"));

        _stubs.Forget();
        var second = await RunAsync(hook);
        Assert.Equal(0, second.Code);
        Assert.Equal(
            [
                "az account show", "az eventgrid system-topic event-subscription list", "az functionapp keys list",
                "az functionapp function show", $"az {Deploy}",
            ],
            AzCalls.Select(call => string.Join(' ', call.Split(' ').TakeWhile(word => !word.StartsWith('-')))));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task The_old_subscriptions_to_deletes_are_removed(string hook)
    {
        _stubs.Add("az", """
            case "$*" in
              *"event-subscription list"*) printf 'changes\nposts-created\nposts-deleted\nsite-created\nsite-deleted\n' ;;
              *"keys list"*) echo true ;;
            esac
            """);
        var run = await RunAsync(hook);
        Assert.True(run.Code == 0, run.Output + run.Errors);
        var deletes = AzCalls.Where(call => call.Contains("event-subscription delete", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, deletes.Count);
        Assert.Contains("--name posts-deleted ", deletes[0], StringComparison.Ordinal);
        Assert.Contains("--name site-deleted ", deletes[1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task An_account_that_cannot_use_the_subscription_is_an_error_in_the_words_of_az(string hook)
    {
        _stubs.Add("az", "echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1");
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("ERROR: Please run 'az login' to setup account.", run.Errors, StringComparison.Ordinal);
        Assert.Contains("cannot use the subscription sub-1", run.Errors, StringComparison.Ordinal);
        Assert.Single(_stubs.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_topic_that_reports_nothing_to_the_queue_is_an_error(string hook)
    {
        _stubs.Add("az", "case \"$*\" in *\"event-subscription list\"*) echo posts-created ;; esac");
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("has no subscription 'changes'", run.Errors, StringComparison.Ordinal);
        Assert.Contains("azd provision", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_host_that_never_comes_up_is_an_error_that_says_what_still_works(string hook)
    {
        _stubs.Add("az", """
            case "$*" in
              *"event-subscription list"*) echo changes ;;
              *"keys list"*) echo "ERROR: Operation returned an invalid status 'Bad Request'" >&2; exit 1 ;;
            esac
            """);
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("Operation returned an invalid status 'Bad Request'", run.Errors, StringComparison.Ordinal);
        Assert.Contains("is not up after 600 seconds", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Posts are published all the same", run.Errors, StringComparison.Ordinal);
        Assert.Contains("azd hooks run postdeploy", run.Errors, StringComparison.Ordinal);
        Assert.Equal(59, _stubs.Calls.Count(call => call == "sleep 10"));
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_missing_right_is_not_waited_for(string hook)
    {
        _stubs.Add("az", """
            case "$*" in
              *"event-subscription list"*) echo changes ;;
              *"keys list"*) echo "ERROR: (AuthorizationFailed) The client 'x' does not have authorization" >&2; exit 1 ;;
            esac
            """);
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("(AuthorizationFailed) The client 'x' does not have authorization", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("sleep 10", _stubs.Calls);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Webhooks_that_cannot_be_added_are_an_error_after_three_tries(string hook)
    {
        _stubs.Add("az", """
            case "$*" in
              *"event-subscription list"*) echo changes ;;
              *"keys list"*) echo true ;;
              *"deployment group create"*) echo "ERROR: Url validation: the attempt to validate the endpoint failed" >&2; exit 1 ;;
            esac
            """);
        var run = await RunAsync(hook);
        Assert.Equal(1, run.Code);
        Assert.Contains("the attempt to validate the endpoint failed", run.Errors, StringComparison.Ordinal);
        Assert.Equal(3, AzCalls.Count(call => call.Contains(Deploy, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("postdeploy.sh", "AZURE_SUBSCRIPTION_ID")]
    [InlineData("postdeploy.sh", "AZURE_RESOURCE_GROUP")]
    [InlineData("postdeploy.sh", "APP_NAME")]
    [InlineData("postdeploy.ps1", "AZURE_SUBSCRIPTION_ID")]
    [InlineData("postdeploy.ps1", "APP_NAME")]
    public async Task A_missing_variable_is_named(string hook, string name)
    {
        var run = await _stubs.RunHookAsync(hook, Variables.Where(variable => variable.Name != name));
        Assert.NotEqual(0, run.Code);
        Assert.Contains($"{name}: is not set", run.Errors, StringComparison.Ordinal);
    }

    private IEnumerable<string> AzCalls => _stubs.Calls.Where(call => call.StartsWith("az ", StringComparison.Ordinal));

    private Task<ProgramRun> RunAsync(string hook) => _stubs.RunHookAsync(hook, Variables);
}
