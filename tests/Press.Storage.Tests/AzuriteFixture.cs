using Azure.Storage.Blobs;
using Press.Testing;

[assembly: AssemblyFixture(typeof(Press.Storage.Tests.AzuriteFixture))]

namespace Press.Storage.Tests;

/// <summary>One emulator for all tests of the assembly, each of which has a container of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private Azurite? _azurite;
    private int _containers;

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
        _azurite = Azurite.Missing is null ? await Azurite.StartAsync(TestContext.Current.CancellationToken) : null;

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A name that no other test has.</summary>
    public string NewName() => $"test{Interlocked.Increment(ref _containers)}";

    /// <summary>The plain SDK's client of a new container, to look at what the store has done.</summary>
    public async Task<BlobContainerClient> NewContainerAsync()
    {
        var container = new BlobContainerClient(Azurite.ConnectionString, NewName());
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        return container;
    }
}
