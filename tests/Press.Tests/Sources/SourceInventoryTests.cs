using Press.Testing;

namespace Press.Tests;

public sealed class SourceInventoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_never_published_and_what_is_built_is_not_read()
    {
        var store = new CountingStore(new MemoryStore());
        foreach (var name in new[] { "b.md", "_posts/a.md", "_config.yml", "_drafts/c.md", ".git/x", "_site/a.html", "out/a.html", "image.png" })
            await TouchAsync(store, name);

        var sources = await new SourceInventory(store, outputPrefix: "out/").ReadAsync(progress: null, Cancellation);

        Assert.Equal(["_config.yml", "_posts/a.md", "b.md", "image.png"], sources.Select(source => source.Name));
        Assert.Equal(4, store.Reads);
    }

    [Fact]
    public async Task Only_what_has_changed_is_read_again()
    {
        var store = new CountingStore(new MemoryStore());
        await TouchAsync(store, "a.md");
        await TouchAsync(store, "b.md");
        await TouchAsync(store, "c.md");
        var inventory = new SourceInventory(store);
        await inventory.ReadAsync(progress: null, Cancellation);

        await TouchAsync(store, "a.md");
        await store.DeleteAsync("c.md", null, Cancellation);
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

    private static async Task TouchAsync(CountingStore store, string name) => await store.WriteAsync(name, new StoreContent("x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
}
