using System.Globalization;
using Press.Testing;

namespace Press.Benchmarks;

/// <summary>A new instance reads the catalog that the engine has stored, from a store in memory.</summary>
internal static class LoadBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(int posts)
    {
        var store = new MemoryStore();
        await StoreAsync(store, posts);
        // What they hold is known when the code is compiled well: until then it keeps more.
        for (var round = 0; round < Rounds; round++)
            await LoadAsync(store, posts, tellsMemory: round == Rounds - 1);
    }

    private static async Task LoadAsync(MemoryStore store, int posts, bool tellsMemory)
    {
        Catalog? catalog = null;
        await Measured.RunAsync("catalog read from the store", posts, async () =>
        {
            catalog = await new StoredCatalog(store).ReadAsync(CancellationToken.None);
            return string.Create(CultureInfo.InvariantCulture, $"{catalog.Entries.Length:N0} posts");
        });
        await Measured.RunAsync("its index", posts, () =>
        {
            catalog!.Prepare();
            return Task.FromResult("");
        });
        if (!tellsMemory)
            return;
        var with = GC.GetTotalMemory(forceFullCollection: true);
        catalog = null;
        // Nothing on this thread's stack knows of it then.
        await Task.Yield();
        var kept = (with - GC.GetTotalMemory(forceFullCollection: true)) / (1024.0 * 1024);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| both, in memory | {posts:N0} | | | | {kept:N0} MB |"));
    }

    private static async Task StoreAsync(MemoryStore store, int posts)
    {
        var known = Enumerable.Range(0, posts)
            .Select(i => new KeyValuePair<string, KnownSource?>($"post-{i}", KnownOf(GeneratedCatalog.Entry(i))));
        var memory = SiteMemory.Empty with { Sources = PartedMap<KnownSource>.Empty.With(known) };
        await new StateStore(store).TrySaveAsync(memory, StoredState.None, renews: true, CancellationToken.None);
    }

    private static KnownSource KnownOf(PostEntry entry) => new()
    {
        ReceiptETag = "0123456789abcdef",
        ETag = "0123456789abcdef0123456789abcdef",
        GoodETag = "0123456789abcdef0123456789abcdef",
        Engine = "0123456789abcdef0123456789abcdef",
        ReadWith = "0123456789abcdef0123456789abcdef",
        IsPublic = true,
        Summary = new PostSummary
        {
            Entry = entry,
            EntryHash = 1,
            Content = 1,
            Created = entry.Date,
            IsWithheld = false,
            Links = [new PostLink("/images/a.png", TextPosition.Start), new PostLink("/images/b.png", TextPosition.Start)],
            Anchors = Anchors.Pack(["first", "second", "third"]),
            Images = ["images/a.png", "images/b.png"],
            UrlKey = "slug",
            UrlPosition = TextPosition.Start,
            OldPaths = [],
        },
    };
}
