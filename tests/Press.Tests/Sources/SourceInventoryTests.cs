using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests;

public sealed class SourceInventoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_never_published_and_what_is_built_is_not_read()
    {
        var store = new CountingStore(new MemoryStore());
        string[] names =
            ["b.md", "_posts/a.md", "_config.yml", "_drafts/c.md", ".git/x", "_site/a.html", "out/a.html", "image.png"];
        foreach (var name in names)
            await TouchAsync(store, name);

        var site = await SiteOf(store, outputPrefix: "out/").ReadAsync(progress: null, Cancellation);
        Assert.Equal((4, 4), (site.SourceCount, store.Reads));
    }

    [Fact]
    public async Task Only_what_has_changed_is_read_again_by_this_program_and_the_next()
    {
        var (store, state) = (new CountingStore(new MemoryStore()), new MemoryStore());
        await TouchAsync(store, "a.md");
        await TouchAsync(store, "b.md");
        await TouchAsync(store, "c.md");
        var local = SiteOf(store, state: state);
        await local.ReadAsync(progress: null, Cancellation);
        Assert.Equal(3, store.Reads);

        await TouchAsync(store, "a.md");
        await store.DeleteAsync("c.md", null, Cancellation);
        var told = new List<int>();
        Assert.Equal(2, (await local.ReadAsync(new Telling(told), Cancellation)).SourceCount);
        Assert.Equal(4, store.Reads);
        Assert.Equal([1, 2], told.Order());

        Assert.Equal(2, (await SiteOf(store, state: state).ReadAsync(progress: null, Cancellation)).SourceCount);
        Assert.Equal(4, store.Reads);
    }

    [Fact]
    public async Task What_cannot_be_read_is_a_fault_of_its_own_and_all_others_are_read()
    {
        var store = new ClosedStore(new MemoryStore())
        {
            Strays =
            [
                new("x.", StrayKind.BadName),
                new("photo.png", StrayKind.Link),
                new("closed/", StrayKind.ClosedFolder),
                new(".git/", StrayKind.ClosedFolder),
            ],
        };
        foreach (var name in new[] { "a.md", "closed.md", "b.md" })
            await store.WriteAsync(name, new StoreContent("text"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        var local = SiteOf(store);
        var site = await local.ReadAsync(progress: null, Cancellation);
        Assert.Equal(6, site.SourceCount);
        Assert.Equal(
            ["_config.yml CF041", "closed.md SR008", "closed/ SR008", "photo.png SR003", "x. UR005"],
            (await LocalSite.CheckAsync(site, Cancellation)).Select(found => $"{found.File} {found.Rule.Code}"));
        Assert.True(site.Has("a.html") && site.Has("b.html") && !site.Has("closed.html"));
        Assert.True(site.Keeps("closed/c.md") && site.Keeps("closed.md") && !site.Keeps("a.md"));

        store.IsOpen = true;
        Assert.True((await local.ReadAsync(progress: null, Cancellation)).Has("closed.html"));
    }

    [Fact]
    public async Task Without_its_settings_it_would_be_another_site()
    {
        var store = new ClosedStore(new MemoryStore()) { Closed = "_config.yml" };
        await store.WriteAsync("_config.yml", new StoreContent("title: x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
        await Assert.ThrowsAsync<StoreException>(() => SiteOf(store).ReadAsync(progress: null, Cancellation));
    }

    private static LocalSite SiteOf(IStore store, string? outputPrefix = null, IStore? state = null) =>
        new(new SourceInventory(store, outputPrefix), state, new FakeTimeProvider(SiteText.Now));

    /// <summary>Does not hand out one of its items, and has things that are none.</summary>
    private sealed class ClosedStore(IStore store) : DelegatingStore(store)
    {
        public string Closed { get; init; } = "closed.md";

        public IReadOnlyList<StrayItem> Strays { get; init; } = [];

        public bool IsOpen { get; set; }

        public override async Task<StoreListing> ListWithStraysAsync(string prefix, CancellationToken cancellationToken) =>
            (await base.ListWithStraysAsync(prefix, cancellationToken)) with { Strays = Strays };

        public override async Task<ReadAnswer> ReadUpToAsync(string name, long maxBytes, CancellationToken cancellationToken) =>
            await base.ReadUpToAsync(name, maxBytes, cancellationToken) is ReadAnswer.Found found && (name != Closed || IsOpen)
                ? found
                : new ReadAnswer.Unreadable(new StoredItem(name, "1", 1, default, default), "no right to.");
    }

    private sealed class Telling(List<int> told) : IProgress<int>
    {
        public void Report(int value) => told.Add(value);
    }

    private static async Task TouchAsync(CountingStore store, string name) =>
        await store.WriteAsync(name, new StoreContent("x"u8.ToArray(), "text/plain"), WriteCondition.Always, Cancellation);
}
