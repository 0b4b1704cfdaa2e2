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

    [Fact]
    public async Task What_cannot_be_read_is_a_source_with_a_fault_and_all_others_are_read()
    {
        var store = new ClosedStore(new MemoryStore()) { Strays = [new("x.", StrayKind.BadName), new("photo.png", StrayKind.Link), new("closed/", StrayKind.ClosedFolder), new(".git/", StrayKind.ClosedFolder)] };
        foreach (var name in new[] { "a.md", "closed.md", "b.md" })
            await store.WriteAsync(name, new StoreContent("text"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        var inventory = new SourceInventory(store);
        var sources = await inventory.ReadAsync(progress: null, Cancellation);
        Assert.Equal(["a.md", "b.md", "closed.md", "closed/", "photo.png", "x."], sources.Select(source => source.Name));

        var site = SiteText.PublisherAt(SiteText.Now).Publish(sources);
        Assert.Equal(["closed.md SR008", "closed/ SR008", "photo.png SR003", "x. UR005"], site.Diagnostics.Select(found => $"{found.File} {found.Rule.Code}"));
        Assert.Equal(["a.html", "b.html"], site.FilesOfSources());
        Assert.True(site.Keeps("closed/c.md") && site.Keeps("closed.md") && !site.Keeps("a.md"));

        store.IsOpen = true;
        Assert.Null((await inventory.ReadAsync(progress: null, Cancellation)).Single(source => source.Name == "closed.md").Fault);
    }

    [Fact]
    public async Task Without_its_settings_it_would_be_another_site()
    {
        var store = new ClosedStore(new MemoryStore()) { Closed = "_config.yml" };
        await store.WriteAsync("_config.yml", new StoreContent("title: x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        await Assert.ThrowsAsync<StoreException>(() => new SourceInventory(store).ReadAsync(progress: null, Cancellation));
    }

    /// <summary>Does not hand out one of its items, and has things that are none.</summary>
    private sealed class ClosedStore(IStore store) : DelegatingStore(store)
    {
        public string Closed { get; init; } = "closed.md";

        public IReadOnlyList<StrayItem> Strays { get; init; } = [];

        public bool IsOpen { get; set; }

        public override async Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
            (await base.ListWithStraysAsync(prefix, cancellationToken)) with { Strays = Strays };

        public override async Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
            await base.ReadUpToAsync(name, maxBytes, cancellationToken) is ReadAnswer.Found found && (name != Closed || IsOpen) ? found : new ReadAnswer.Unreadable(new StoredItem(name, "1", 1, default, default), "no right to.");
    }

    private sealed class Telling(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    private static async Task TouchAsync(CountingStore store, string name) => await store.WriteAsync(name, new StoreContent("x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
}
