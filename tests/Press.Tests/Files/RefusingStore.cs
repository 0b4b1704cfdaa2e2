using Press.Testing;

namespace Press.Tests;

/// <summary>Refuses to write <c>a.html</c> and to delete <c>b.html</c>.</summary>
internal sealed class RefusingStore(MemoryStore store) : DelegatingStore(store)
{
    public override Task<string?> WriteAsync(
        string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) =>
        name == "a.html"
            ? throw new StoreException(name, "busy", cause: null) { IsOfItem = true }
            : base.WriteAsync(name, content, condition, cancellationToken);

    public override Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) =>
        name == "b.html"
            ? throw new StoreException(name, "busy", cause: null) { IsOfItem = true }
            : base.DeleteAsync(name, ifMatch, cancellationToken);
}
