using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

public sealed class StateStoreTests
{
    private readonly MemoryStore _press = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pass_does_not_save_over_a_state_that_another_invocation_of_the_process_has_read_since()
    {
        var store = new StateStore(_press);
        var began = await store.ReadAsync(Cancellation);

        // The pass has lost its lock; another machine has built, and a sweep of this one has seen what that one knows.
        Assert.NotNull(await new StateStore(_press).TrySaveAsync(Known("newer"), StoredState.None, renews: false, Cancellation));
        await store.ReadAsync(Cancellation);

        Assert.Null(await store.TrySaveAsync(Known("older"), began, renews: false, Cancellation));
        Assert.Equal("newer", State.Of(_press).Sources.Find("receipts/a.md.json")!.ETag);
    }

    [Fact]
    public async Task The_same_is_written_once_and_a_change_costs_its_part_what_readers_need_of_it_and_the_manifest()
    {
        var store = new StateStore(_press);
        var many = Many(1_000);
        var first = await store.TrySaveAsync(many, StoredState.None, renews: false, Cancellation);
        var writes = _press.Writes;
        Assert.Same(first, await store.TrySaveAsync(many, first!, renews: false, Cancellation));
        Assert.Equal(writes, _press.Writes);

        var changed = many with { Sources = many.Sources.With([new(KeyOf(500), Source("other"))]) };
        var second = await store.TrySaveAsync(changed, first!, renews: false, Cancellation);
        Assert.Equal(writes + 3, _press.Writes);
        Assert.Same(second, await store.ReadAsync(Cancellation));
        Assert.Equal("other", State.Of(_press).Sources.Find(KeyOf(500))!.ETag);
    }

    [Fact]
    public async Task The_parts_of_the_state_before_stay_until_they_are_tidied_up()
    {
        var store = new StateStore(_press);
        var many = Many(1_000);
        var first = await store.TrySaveAsync(many, StoredState.None, renews: false, Cancellation);
        var before = _press.Names.ToList();
        var reader = new StateStore(_press);
        var changed = many with { Sources = many.Sources.With([new(KeyOf(500), Source("other"))]) };
        var second = await store.TrySaveAsync(changed, first!, renews: false, Cancellation);
        Assert.Empty(before.Except(_press.Names));

        Assert.NotNull(await store.TidyUpAsync(second!, _press.Names, Cancellation));
        Assert.Equal(2, before.Except(_press.Names).Count());
        State.CheckParts(_press);
        Assert.Equal("other", (await reader.ReadAsync(Cancellation)).Memory.Sources.Find(KeyOf(500))!.ETag);
    }

    [Fact]
    public async Task A_reader_reads_the_parts_that_are_new_and_no_others()
    {
        var many = Many(1_000);
        var saved = await new StateStore(_press).TrySaveAsync(many, StoredState.None, renews: false, Cancellation);
        var counted = new CountingStore(_press);
        var reader = new StateStore(counted);
        await reader.ReadAsync(Cancellation);
        Assert.Equal(many.Sources.Parts.Length + 1, counted.Reads);

        await new StateStore(_press).TrySaveAsync(
            many with { Sources = many.Sources.With([new(KeyOf(500), Source("other"))]) }, saved!, renews: false, Cancellation);
        Assert.Equal("other", (await reader.ReadAsync(Cancellation)).Memory.Sources.Find(KeyOf(500))!.ETag);
        Assert.Equal(many.Sources.Parts.Length + 3, counted.Reads);
    }

    [Fact]
    public async Task A_part_that_is_gone_for_good_is_as_if_nothing_were_known()
    {
        await new StateStore(_press).TrySaveAsync(Known("1"), StoredState.None, renews: false, Cancellation);
        foreach (var part in _press.Names.Where(name => name.StartsWith(EngineItems.PartsFolder, StringComparison.Ordinal)).ToList())
            await _press.DeleteAsync(part, ifMatch: null, Cancellation);
        var read = await new StateStore(_press).ReadAsync(Cancellation);
        Assert.Empty(read.Memory.Sources.Entries);
        Assert.NotNull(await new StateStore(_press).TrySaveAsync(Known("2"), read, renews: false, Cancellation));
    }

    [Fact]
    public async Task A_reader_of_the_catalog_reads_what_it_needs_of_each_part_and_later_of_those_that_are_new()
    {
        var store = new StateStore(_press);
        var many = ManyPublic(1_000);
        var first = await store.TrySaveAsync(many, StoredState.None, renews: false, Cancellation);
        var counted = new CountingStore(_press);
        var reader = new StoredCatalog(counted);
        Assert.Equal(1_000, (await reader.ReadAsync(Cancellation)).Entries.Length);
        Assert.Equal(many.Sources.Parts.Length + 1, counted.Reads);

        var other = PublicSource(500) with { Published = Entry(500) with { Title = "another one" } };
        await store.TrySaveAsync(
            many with { Sources = many.Sources.With([new(KeyOf(500), other)]) }, first!, renews: false, Cancellation);
        Assert.Contains((await reader.ReadAsync(Cancellation)).Entries, entry => entry.Title == "another one");
        Assert.Equal(many.Sources.Parts.Length + 3, counted.Reads);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{ cut off")]
    public async Task Where_what_readers_need_is_lost_or_spoilt_they_read_the_part_itself(string? spoilt)
    {
        await new StateStore(_press).TrySaveAsync(ManyPublic(100), StoredState.None, renews: false, Cancellation);
        var item = _press.Names.First(name => name.StartsWith(EngineItems.CatalogFolder, StringComparison.Ordinal));
        if (spoilt is null)
            await _press.DeleteAsync(item, ifMatch: null, Cancellation);
        else
            await _press.WriteAsync(
                item, new StoreContent(Encoding.UTF8.GetBytes(spoilt), "application/json"), WriteCondition.Always, Cancellation);
        Assert.Equal(100, State.CatalogOf(_press).Entries.Length);
    }

    [Fact]
    public async Task Readers_do_not_load_what_only_pages_show()
    {
        await new StateStore(_press).TrySaveAsync(ManyPublic(1), StoredState.None, renews: false, Cancellation);
        var item = Assert.Single(_press.Names, name => name.StartsWith(EngineItems.CatalogFolder, StringComparison.Ordinal));
        Assert.DoesNotContain("Shown by listings alone", _press.Text(item), StringComparison.Ordinal);
        Assert.Equal("0", Assert.Single(State.CatalogOf(_press).Entries).Title);
    }

    private static string KeyOf(int number) => $"receipts/{number:0000}.md.json";

    private static SiteMemory Many(int count) => SiteMemory.Empty with
    {
        Sources = PartedMap<KnownSource>.Empty.With(
            Enumerable.Range(0, count).Select(number => KeyValuePair.Create<string, KnownSource?>(KeyOf(number), Source("1")))),
    };

    private static SiteMemory ManyPublic(int count) => SiteMemory.Empty with
    {
        Sources = PartedMap<KnownSource>.Empty.With(
            Enumerable.Range(0, count).Select(number => KeyValuePair.Create<string, KnownSource?>(KeyOf(number), PublicSource(number)))),
    };

    private static KnownSource PublicSource(int number) => Source("1") with { IsPublic = true, Published = Entry(number) };

    private static PostEntry Entry(int number) => new()
    {
        Source = $"{number:0000}.md",
        Url = $"/{number}.html",
        Path = $"/{number}.html",
        Slug = $"{number}",
        Title = $"{number}",
        ExcerptHtml = "<p>Shown by listings alone.</p>",
        Lang = "en",
        Date = DateTimeOffset.UnixEpoch.AddHours(number),
    };

    private static SiteMemory Known(string etag) =>
        SiteMemory.Empty with { Sources = PartedMap<KnownSource>.Empty.With([new("receipts/a.md.json", Source(etag))]) };

    private static KnownSource Source(string etag) => new() { ReceiptETag = "1", ETag = etag, Engine = "e" };
}
