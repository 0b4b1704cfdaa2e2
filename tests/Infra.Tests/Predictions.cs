using Infra.Tests;

[assembly: AssemblyFixture(typeof(Predictions))]

namespace Infra.Tests;

/// <summary>The deployments that the tests look at, predicted once.</summary>
public sealed class Predictions : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Author = new()
    {
        ["AZURE_PRINCIPAL_ID"] = "00000000-0000-0000-0000-00000000000a",
        // As a workflow passes variables that are not set.
        ["PRESS_AUTHORS"] = "",
        ["PRESS_STATIC_WEBSITE"] = "",
        ["PRESS_FRONT_DOOR"] = "",
    };

    /// <summary>One author, and nothing that has to be asked for.</summary>
    internal Deployment Plain { get; private set; } = null!;

    /// <summary>All that can be asked for.</summary>
    internal Deployment WithAll { get; private set; } = null!;

    internal IEnumerable<Deployment> Both => [Plain, WithAll];

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Plain = await Bicep.PredictAsync(Author);
        WithAll = await Bicep.PredictAsync(new Dictionary<string, string>(Author)
        {
            ["PRESS_AUTHORS"] = "00000000-0000-0000-0000-00000000000b, 00000000-0000-0000-0000-00000000000c",
            ["PRESS_DESIGNERS"] = "00000000-0000-0000-0000-00000000000c",
            ["PRESS_STATIC_WEBSITE"] = "true",
            ["PRESS_FRONT_DOOR"] = "true",
            ["PRESS_CUSTOM_DOMAIN"] = "blog.example.com",
            ["PRESS_ALERT_EMAIL"] = "operator@example.com",
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
