using Press.Testing;

namespace Press.Storage.Tests;

/// <summary>The double is held to the contract too.</summary>
public sealed class MemoryStoreTests : StoreContract
{
    protected override IStore Store { get; } = new MemoryStore();
}
