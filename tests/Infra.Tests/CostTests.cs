using System.Globalization;
using Press.Testing;

namespace Infra.Tests;

/// <summary>What infra/README.md says of costs is about what the templates create.</summary>
public sealed class CostTests(Predictions predictions)
{
    // The prices that the README assumes, in US dollars.
    private const decimal LogAlertPerMonth = 0.50m;
    private const decimal MetricAlertPerMonth = 0.10m;
    private const decimal ProbeRun = 0.0006m;

    private const int SecondsPerMonth = 30 * 24 * 3600;

    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven"];

    private static readonly string Costs = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md"))
        .Split("\n## What it costs\n")[1].Split("\n## ")[0];

    [Fact]
    public void The_alerts_are_as_many_as_are_paid_for_and_evaluated_as_often()
    {
        var queries = predictions.Plain.Of("Microsoft.Insights/scheduledQueryRules");
        var metrics = predictions.Plain.Of("Microsoft.Insights/metricAlerts");
        Assert.Contains($"a log alert evaluated every 15 minutes {Text(LogAlertPerMonth)} a month", Costs, StringComparison.Ordinal);
        Assert.All(queries, rule => Assert.Equal("PT15M", rule.TextAt("properties.evaluationFrequency")));
        // A metric alert is paid for each metric that it watches.
        Assert.Contains($"a metric alert {Text(MetricAlertPerMonth)},", Costs, StringComparison.Ordinal);
        Assert.All(metrics, rule => Assert.Equal(1, rule.At("properties.criteria.allOf").GetArrayLength()));

        var (logCost, metricCost) = (queries.Count * LogAlertPerMonth, metrics.Count * MetricAlertPerMonth);
        var row = $"| {Words[queries.Count]} log alerts, {Words[metrics.Count]} metric alerts " +
            $"| {Text(logCost)} + {Text(metricCost)} = {Text(logCost + metricCost)} |";
        Assert.Contains(row, Costs, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void The_probe_runs_as_often_as_is_paid_for()
    {
        var probe = predictions.WithAll.The("Microsoft.Insights/webtests").At("properties");
        var (seconds, places) = (probe.At("Frequency").GetInt32(), probe.At("Locations").GetArrayLength());
        var runs = SecondsPerMonth / seconds * places;
        Assert.Contains($"one run of a probe {Text(ProbeRun, "0.0000")}", Costs, StringComparison.Ordinal);
        var row = $"a probe every {seconds / 60} minutes from {places} places | {Text(runs, "#,0")} runs {Text(runs * ProbeRun)}, ";
        Assert.Contains(row, Costs, StringComparison.Ordinal);
    }

    private static string Text(decimal number, string format = "0.00") => number.ToString(format, CultureInfo.InvariantCulture);
}
