using System.Diagnostics;
using System.Globalization;
using Press.Functions.Tests.Host;

namespace Press.Functions.Tests;

/// <summary>The app starts, declares its functions, and says why where it cannot.</summary>
public sealed class StartTests(SharedSite shared, AzuriteAccounts accounts, ITestOutputHelper output) : IClassFixture<SharedSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_function_loads_and_is_triggered_by_what_it_should_be()
    {
        var site = await shared.EmptyAsync();
        Assert.Equal(
            [
                "ApplySite blobTrigger site/{name} EventGrid ContentStorage",
                "FollowChanges queueTrigger changes ContentStorage",
                "GetHealth httpTrigger health Anonymous get,head",
                "GetOpenApi httpTrigger openapi.json Anonymous get,head,options",
                "GetPost httpTrigger posts/{slug} Anonymous get,head,options",
                // Who has no key gets the host's 401.
                "GetPreview httpTrigger preview/{*name} Function get,head",
                "GetReceipt httpTrigger receipts/{*name} Function get,head",
                "ListCategories httpTrigger categories Anonymous get,head,options",
                "ListPosts httpTrigger posts Anonymous get,head,options",
                "ListTags httpTrigger tags Anonymous get,head,options",
                "PublishPost blobTrigger posts/{name} EventGrid ContentStorage",
                "Sweep timerTrigger 0 */5 * * * *",
            ],
            site.Host.Functions.Values.Select(Describe).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_read_is_written_to_the_queue_that_the_platform_gives_up_to()
    {
        var site = await shared.EmptyAsync();
        var bindings = site.Host.Functions["FollowChanges"].Bindings;
        var binding = Assert.Single(bindings, binding => binding.GetProperty("type").GetString() == "queue");
        Assert.Equal(
            ("$return", "Out", "changes-poison", "ContentStorage"),
            (Text(binding, "name"), Text(binding, "direction"), Text(binding, "queueName"), Text(binding, "connection")));
    }

    [Fact]
    public async Task Containers_and_queues_of_an_emulator_are_made_at_the_start_and_may_be_there()
    {
        var site = await shared.EmptyAsync();
        await site.StartAppAsync();
        Assert.True(await site.Posts.ExistsAsync(Cancellation));
        Assert.Equal(0, await site.Changes.CountAsync());
        Assert.Empty(await site.Changes.PoisonedAsync());
    }

    [Theory]
    [InlineData("ContentStorage", "", "'ContentStorage' is not set")]
    [InlineData("ContentStorage", "AccountName=secret", "'ContentStorage' is neither a connection string")]
    [InlineData(
        "ContentStorage",
        "AccountName=a;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/a",
        "http://127.0.0.1:1/a/posts could not be created")]
    [InlineData("Press__TrustHtml", "maybe", "'Press__TrustHtml' cannot be 'maybe'")]
    [InlineData("Press__TrustHtlm", "true", "'Press__TrustHtlm' is no setting of Press")]
    [InlineData("Press__PublicContainer", "Pages", "'Press__PublicContainer' cannot be 'Pages'")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string name, string value, string message)
    {
        var settings = new Dictionary<string, string> { ["ContentStorage"] = accounts.Azurite.ConnectionOf(1), [name] = value };
        var (exitCode, text) = await FunctionsHost.RunToEndAsync(RunningSite.Project, settings, Cancellation);
        Assert.Equal(1, exitCode);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_without_queues_stops_the_start()
    {
        var connection = WithoutQueues(accounts.Azurite.ConnectionOf(accounts.TakeAccount()));
        var settings = new Dictionary<string, string> { ["ContentStorage"] = connection };
        var (exitCode, text) = await FunctionsHost.RunToEndAsync(RunningSite.Project, settings, Cancellation);
        Assert.Equal(1, exitCode);
        Assert.Contains("'ContentStorage' has a BlobEndpoint and no QueueEndpoint", text, StringComparison.Ordinal);
    }

    /// <summary>Figures for whoever reads the log: a machine that is busy with other tests is no place to assert them.</summary>
    [Fact]
    public async Task The_time_to_the_first_answer_is_printed()
    {
        const int Starts = 3;
        var settings = new Dictionary<string, string> { ["ContentStorage"] = accounts.Azurite.ConnectionOf(accounts.TakeAccount()) };
        foreach (var (what, folder, url) in new[]
        {
            ("an app with one function", "tests/OneFunction", "/api/hello"),
            ("this app", RunningSite.Project, "/api/posts"),
        })
        {
            var times = new List<double>();
            for (var start = 0; start < Starts; start++)
            {
                var began = Stopwatch.GetTimestamp();
                await using var host = await FunctionsHost.StartAsync(folder, settings, Cancellation);
                var ready = Stopwatch.GetElapsedTime(began);
                await host.FirstAnswerAsync(url, Cancellation);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                Print($"{what}: ready after {ready.TotalMilliseconds:0} ms, answered after {times[^1]:0} ms");
            }

            Print($"{what}: {times.Order().ElementAt(Starts / 2):0} ms to the first answer, median of {Starts}");
        }
    }

    private void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static string Describe(DeclaredFunction function)
    {
        var trigger = function.Trigger;
        var methods = trigger.TryGetProperty("methods", out var all) ? string.Join(',', all.EnumerateArray()) : null;
        string?[] facts =
        [
            function.Name,
            Text(trigger, "type"),
            Text(trigger, "path") ?? Text(trigger, "queueName") ?? Text(trigger, "route") ?? Text(trigger, "schedule"),
            Text(trigger, "source") ?? Text(trigger, "properties", "source"),
            Text(trigger, "connection"),
            Text(trigger, "authLevel"),
            methods,
        ];
        return string.Join(' ', facts.OfType<string>());
    }

    private static string? Text(System.Text.Json.JsonElement json, params string[] path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind is not System.Text.Json.JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return null;
        }

        return json.ToString();
    }

    private static string WithoutQueues(string connection) =>
        string.Join(';', connection.Split(';').Where(part => !part.StartsWith("QueueEndpoint", StringComparison.Ordinal)));
}
