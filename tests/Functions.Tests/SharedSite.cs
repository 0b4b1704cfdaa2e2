namespace Press.Functions.Tests;

/// <summary>One running app for the tests of a class, which run one after another.</summary>
public sealed class SharedSite(AzuriteAccounts accounts) : IAsyncLifetime
{
    private RunningSite? _site;
    private bool _isPrepared;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The app, over containers and queues without anything in them.</summary>
    internal async Task<RunningSite> EmptyAsync()
    {
        _site ??= await RunningSite.StartAsync(accounts);
        await _site.EmptyAsync();
        return _site;
    }

    /// <summary>The app over a site that is prepared once, for tests that change nothing.</summary>
    internal async Task<RunningSite> PreparedAsync(Func<RunningSite, Task> prepare)
    {
        _site ??= await RunningSite.StartAsync(accounts);
        if (!_isPrepared)
            await prepare(_site);
        _isPrepared = true;
        return _site;
    }
}
