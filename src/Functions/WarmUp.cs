using Microsoft.Extensions.Hosting;
using Press.Http;

namespace Press.Functions;

/// <summary>Reads the catalog while the worker connects to its host: the first request comes only after that.</summary>
internal sealed class WarmUp(IndexApi api) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start goes on beside it.
        await Task.Yield();
        try
        {
            await api.WarmUpAsync(stoppingToken);
        }
        catch (StoreException)
        {
            // The reader has logged it. Requests ask again.
        }
    }
}
