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
    public async Task The_same_is_written_once_and_a_change_costs_its_part_and_the_manifest()
    {
        var store = new StateStore(_press);
        var many = Many(1_000);
        var first = await store.TrySaveAsync(many, StoredState.None, renews: false, Cancellation);
        var writes = _press.Writes;
        Assert.Same(first, await store.TrySaveAsync(many, first!, renews: false, Cancellation));
        Assert.Equal(writes, _press.Writes);

        var changed = many with { Sources = many.Sources.With([new(KeyOf(500), Source("other"))]) };
        var second = await store.TrySaveAsync(changed, first!, renews: false, Cancellation);
        Assert.Equal(writes + 2, _press.Writes);
        State.CheckParts(_press);
        Assert.Same(second, await store.ReadAsync(Cancellation));
        Assert.Equal("other", State.Of(_press).Sources.Find(KeyOf(500))!.ETag);
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

    private static string KeyOf(int number) => $"receipts/{number:0000}.md.json";

    private static SiteMemory Many(int count) => SiteMemory.Empty with
    {
        Sources = PartedMap<KnownSource>.Empty.With(
            Enumerable.Range(0, count).Select(number => KeyValuePair.Create<string, KnownSource?>(KeyOf(number), Source("1")))),
    };

    private static SiteMemory Known(string etag) =>
        SiteMemory.Empty with { Sources = PartedMap<KnownSource>.Empty.With([new("receipts/a.md.json", Source(etag))]) };

    private static KnownSource Source(string etag) => new() { ReceiptETag = "1", ETag = etag, Engine = "e" };
}
