using Press.Testing;

namespace Press.Tests.Engine;

public sealed class MemoKeeperTests
{
    private readonly MemoryStore _press = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pass_does_not_save_over_a_memo_that_another_invocation_of_the_process_has_read_since()
    {
        var keeper = new MemoKeeper(_press);
        var began = await keeper.ReadAsync(item: null, Cancellation);

        // The pass has lost its lock; another machine has built, and a sweep of this one has seen what that one knows.
        Assert.NotNull(await new MemoKeeper(_press).TrySaveAsync(Known("newer"), StoredMemo.None, Cancellation));
        await keeper.ReadAsync(_press.Items[EngineItems.Memo].Item, Cancellation);

        Assert.Null(await keeper.TrySaveAsync(Known("older"), began, Cancellation));
        Assert.Contains("newer", _press.Text(EngineItems.Memo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pass_saves_over_what_it_has_saved_and_writes_the_same_once()
    {
        var keeper = new MemoKeeper(_press);
        var first = await keeper.TrySaveAsync(Known("a"), StoredMemo.None, Cancellation);
        var same = await keeper.TrySaveAsync(Known("a"), first!, Cancellation);
        Assert.Equal(first!.ETag, same!.ETag);
        var second = await keeper.TrySaveAsync(Known("b"), first, Cancellation);
        Assert.NotEqual(first.ETag, second!.ETag);
        Assert.Equal(second, await keeper.ReadNewestAsync(Cancellation));
    }

    private static BuildMemo Known(string etag) => BuildMemo.Empty with
    {
        Sources = BuildMemo.Empty.Sources.Add("receipts/a.md.json", new KnownSource { ReceiptETag = "1", ETag = etag, Engine = "e" }),
    };
}
