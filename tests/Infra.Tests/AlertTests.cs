using System.Text.Json;
using System.Text.RegularExpressions;

namespace Infra.Tests;

/// <summary>What the operator is told.</summary>
public sealed partial class AlertTests(Predictions predictions)
{
    private const string Queries = "Microsoft.Insights/scheduledQueryRules";
    private const string Metrics = "Microsoft.Insights/metricAlerts";

    private static readonly string[] Columns = ["Success", "DurationMs", "Properties"];

    [Fact]
    public void The_operator_is_told_by_mail_if_there_is_an_address()
    {
        Assert.Empty(predictions.Plain.Of("Microsoft.Insights/actionGroups"));
        Assert.Equal(
            "operator@example.com",
            predictions.WithAll.The("Microsoft.Insights/actionGroups").At("properties.emailReceivers")[0].TextAt("emailAddress"));
        Assert.All(predictions.WithAll.Of(Queries), rule => Assert.Equal(1, rule.At("properties.actions.actionGroups").GetArrayLength()));
        Assert.All(predictions.WithAll.Of(Metrics), rule => Assert.Equal(1, rule.At("properties.actions").GetArrayLength()));
    }

    [Fact]
    public void Queries_run_in_the_workspace_on_its_tables()
    {
        var rules = predictions.Plain.Of(Queries);
        Assert.Equal(
            ["failed-publishes", "nothing-is-published", "slow-index"],
            rules.Select(rule => rule.TextAt("properties.displayName")).Order(StringComparer.Ordinal));
        Assert.All(rules, rule =>
        {
            var scope = Assert.Single(rule.TextsAt("properties.scopes"));
            Assert.Contains("/Microsoft.OperationalInsights/workspaces/", scope, StringComparison.Ordinal);
            Assert.Matches(@"\bAppRequests, AppDependencies\b", QueryOf(rule));
            Assert.DoesNotMatch(@"\b(requests|dependencies|traces|exceptions|customDimensions)\b", QueryOf(rule));
        });
    }

    [Fact]
    public void Queries_survive_a_workspace_that_has_no_such_table_yet() => Assert.All(predictions.Plain.Of(Queries), rule =>
    {
        var empty = EmptyTable().Match(QueryOf(rule));
        Assert.True(empty.Success, QueryOf(rule));
        // Every column that is read is in it.
        foreach (var column in Columns.Where(column => QueryOf(rule).Contains(column, StringComparison.Ordinal)))
            Assert.Matches($@"\b{column}: ", empty.Groups["columns"].Value);
    });

    [Fact]
    public void Poison_messages_and_dead_letters_are_watched_by_metrics()
    {
        var waiting = predictions.Plain.The(Metrics, "-messages-wait").At("properties");
        Assert.EndsWith("/queueServices/default", Assert.Single(waiting.TextsAt("scopes")), StringComparison.Ordinal);
        var messages = waiting.At("criteria.allOf")[0];
        Assert.Equal(
            ("QueueMessageCount", "Microsoft.Storage/storageAccounts/queueServices", "Average"),
            (messages.TextAt("metricName"), messages.TextAt("metricNamespace"), messages.TextAt("timeAggregation")));
        // The metric has one value an hour: a shorter window may hold none.
        Assert.Equal(("PT6H", "PT1H"), (waiting.TextAt("windowSize"), waiting.TextAt("evaluationFrequency")));

        var dead = predictions.Plain.The(Metrics, "-dead-letters").At("properties");
        Assert.Contains("/Microsoft.EventGrid/systemTopics/", Assert.Single(dead.TextsAt("scopes")), StringComparison.Ordinal);
        var letters = dead.At("criteria.allOf")[0];
        Assert.Equal(
            ("DeadLetteredCount", "Microsoft.EventGrid/systemTopics", "Total"),
            (letters.TextAt("metricName"), letters.TextAt("metricNamespace"), letters.TextAt("timeAggregation")));

        Assert.All(predictions.Plain.Of(Queries), rule => Assert.DoesNotContain("poison", QueryOf(rule), StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_lasts_is_grave() => Assert.Equal(
        ["index-unavailable", "nothing-is-published"],
        predictions.WithAll.Of(Queries).Concat(predictions.WithAll.Of(Metrics))
            .Where(rule => rule.At("properties.severity").GetInt32() < 2)
            .Select(rule => Suffix().Match(Deployment.NameOf(rule)).Value)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void A_failure_of_every_function_that_publishes_is_seen()
    {
        var query = QueryOf(predictions.Plain.The(Queries, "failed-publishes"));
        foreach (var name in (string[])["PublishPost", "ApplySite", "FollowChanges", "Sweep"])
            Assert.Contains($"\"{name}\"", query, StringComparison.Ordinal);
        Assert.DoesNotContain("RetractPost", query, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_is_paid_for_only_where_somebody_is_told()
    {
        Assert.Empty(predictions.Plain.Of("Microsoft.Insights/webtests"));
        var probe = predictions.WithAll.The("Microsoft.Insights/webtests").At("properties");
        Assert.Equal((900, 3), (probe.At("Frequency").GetInt32(), probe.At("Locations").GetArrayLength()));
        Assert.Equal(2, predictions.WithAll.The(Metrics, "unavailable").At("properties.criteria.failedLocationCount").GetInt32());
    }

    private static string QueryOf(JsonElement rule) => rule.At("properties.criteria.allOf")[0].TextAt("query");

    [GeneratedRegex(@"^union isfuzzy=true \(datatable\((?<columns>[^)]+)\)\[\]\), ", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyTable();

    [GeneratedRegex("(?<=^press-blog-[a-z0-9]+-).+$")]
    private static partial Regex Suffix();
}
