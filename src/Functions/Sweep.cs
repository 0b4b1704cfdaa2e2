using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Press.Functions;

/// <summary>Repairs what no event reported, and publishes what has come due.</summary>
internal sealed class Sweep(PublishingEngine engine, ILogger<Sweep> log)
{
    [Function(nameof(Sweep))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        log.Swept((await engine.SweepAsync(cancellationToken)).Count);
}
