using Press.Testing;

[assembly: AssemblyFixture(typeof(Press.Functions.Tests.AzuriteAccounts))]

namespace Press.Functions.Tests;

/// <summary>One emulator for all tests of the assembly. Each app has an account of its own: its containers' names are fixed.</summary>
public sealed class AzuriteAccounts : IAsyncLifetime
{
    private const int Most = 60;
    private Azurite? _azurite;
    private int _taken;

    /// <summary>Skips the test where there is no emulator.</summary>
    public Azurite Azurite
    {
        get
        {
            Assert.SkipWhen(_azurite is null, Azurite.Missing ?? "");
            return _azurite!;
        }
    }

    public async ValueTask InitializeAsync() =>
        _azurite = Azurite.Missing is null ? await Azurite.StartAsync(Most, TestContext.Current.CancellationToken) : null;

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The number of an account that no other test has.</summary>
    public int TakeAccount()
    {
        var account = Interlocked.Increment(ref _taken);
        Assert.InRange(account, 1, Most);
        return account;
    }
}
