using Press.Testing;

namespace Press.Tests;

public sealed class SourceInventoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_never_published_and_what_is_built_is_not_read()
    {
        var store = new CountingStore();
        foreach (var name in new[] { "b.md", "_posts/a.md", "_config.yml", "_drafts/c.md", ".git/x", "_site/a.html", "out/a.html", "image.png" })
            await store.TouchAsync(name);

        var sources = await new SourceInventory(store, outputPrefix: "out/").ReadAsync(progress: null, Cancellation);

        Assert.Equal(["_config.yml", "_posts/a.md", "b.md", "image.png"], sources.Select(source => source.Name));
        Assert.Equal(4, store.Reads);
    }

    [Fact]
    public async Task Only_what_has_changed_is_read_again()
    {
        var store = new CountingStore();
        await store.TouchAsync("a.md");
        await store.TouchAsync("b.md");
        await store.TouchAsync("c.md");
        var inventory = new SourceInventory(store);
        await inventory.ReadAsync(progress: null, Cancellation);

        await store.TouchAsync("a.md");
        await store.RemoveAsync("c.md");
        var told = new List<int>();
        var sources = await inventory.ReadAsync(new Telling(told), Cancellation);

        Assert.Equal(["a.md", "b.md"], sources.Select(source => source.Name));
        Assert.Equal(4, store.Reads);
        Assert.Equal([1, 2], told);
    }

    private sealed class Telling(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    private sealed class CountingStore : IStore
    {
        private readonly MemoryStore _store = new();

        public int Reads { get; private set; }

        public async Task TouchAsync(string name) => await WriteAsync(name, new StoreContent("x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);

        public async Task RemoveAsync(string name) => await DeleteAsync(name, null, Cancellation);

        public IAsyncEnumerable<StoredItem> ListAsync(string prefix, CancellationToken cancellationToken) => _store.ListAsync(prefix, cancellationToken);

        public Task<ReadAnswer> ReadAsync(string name, string? ifNoneMatch, CancellationToken cancellationToken)
        {
            Reads++;
            return _store.ReadAsync(name, ifNoneMatch, cancellationToken);
        }

        public Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) => _store.ReadUpToAsync(name, maxBytes, cancellationToken);

        public Task<string?> WriteAsync(string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken) => _store.WriteAsync(name, content, condition, cancellationToken);

        public Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) => _store.DeleteAsync(name, ifMatch, cancellationToken);

        public Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken) => _store.TryLockAsync(name, cancellationToken);
    }
}
