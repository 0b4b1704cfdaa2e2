namespace Press.Functions.Tests;

/// <summary>One running app for the tests of a class, which run one after another and begin with an empty site.</summary>
public sealed class SharedSite(AzuriteAccounts accounts) : IAsyncLifetime
{
    private RunningSite? _site;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The app, over containers and queues without anything in them.</summary>
    internal async Task<RunningSite> EmptyAsync()
    {
        _site ??= await RunningSite.StartAsync(accounts);
        await _site.EmptyAsync();
        return _site;
    }
}
