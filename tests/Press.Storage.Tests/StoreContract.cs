using System.Text;

namespace Press.Storage.Tests;

/// <summary>What every store does. Each store runs all of it.</summary>
public abstract class StoreContract
{
    protected abstract IStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_store_is_empty() => Assert.Empty(await NamesAsync(""));

    [Fact]
    public async Task What_was_written_is_read_and_listed()
    {
        var etag = await WriteAsync("posts/a.md", "Hangul: 한글");

        var found = await FindAsync("posts/a.md");
        Assert.Equal("Hangul: 한글", Encoding.UTF8.GetString(found.Bytes.Span));
        Assert.Equal((etag, 14L, "posts/a.md"), (found.Item.ETag, found.Item.Length, found.Item.Name));

        var listed = Assert.Single(await ListAsync(""));
        Assert.Equal(found.Item, listed);
    }

    [Fact]
    public async Task An_item_longer_than_was_asked_for_is_told_of_and_not_read()
    {
        await WriteAsync("a", "four");
        Assert.IsType<ReadAnswer.Found>(await Store.ReadUpToAsync("a", 4, Cancellation));
        Assert.Equal((await FindAsync("a")).Item, Assert.IsType<ReadAnswer.TooLong>(await Store.ReadUpToAsync("a", 3, Cancellation)).Item);
        Assert.IsType<ReadAnswer.Missing>(await Store.ReadUpToAsync("b", 3, Cancellation));
    }

    [Fact]
    public async Task An_empty_item_is_an_item()
    {
        await WriteAsync("empty", "");
        Assert.Equal(0, (await FindAsync("empty")).Bytes.Length);
    }

    [Fact]
    public async Task Names_are_listed_in_ordinal_order_and_by_prefix()
    {
        foreach (var name in new[] { "b", "a/b", "a.md", "a/B", "ab", "가/나.md", "a-b" })
            await WriteAsync($"x/{name}", name);
        await WriteAsync("y", "y");

        Assert.Equal(["x/a-b", "x/a.md", "x/a/B", "x/a/b", "x/ab", "x/b", "x/가/나.md", "y"], await NamesAsync(""));
        Assert.Equal(["x/가/나.md"], await NamesAsync("x/가"));
        Assert.Empty(await NamesAsync("z"));
    }

    [Fact]
    public async Task What_is_not_there_is_missing()
    {
        await WriteAsync("folder/a", "a");
        Assert.IsType<ReadAnswer.Missing>(await Store.ReadAsync("b", null, Cancellation));
        Assert.IsType<ReadAnswer.Missing>(await Store.ReadAsync("folder", null, Cancellation));
        Assert.IsType<ReadAnswer.Missing>(await Store.ReadAsync("folder/a/b", null, Cancellation));
        Assert.IsType<ReadAnswer.Missing>(await Store.ReadAsync("FOLDER/A", null, Cancellation));
    }

    [Fact]
    public async Task A_reader_who_has_the_newest_version_is_told_so()
    {
        var first = await WriteAsync("a", "one");
        Assert.IsType<ReadAnswer.NotModified>(await Store.ReadAsync("a", first, Cancellation));

        await WriteAsync("a", "two");
        Assert.IsType<ReadAnswer.Found>(await Store.ReadAsync("a", first, Cancellation));
    }

    [Fact]
    public async Task Every_write_gives_another_ETag_even_of_the_same_length_in_the_same_moment()
    {
        var etags = new HashSet<string?>();
        for (var i = 0; i < 50; i++)
            Assert.True(etags.Add(await WriteAsync("a", (i % 10).ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData(false, "always", true)]
    [InlineData(true, "always", true)]
    [InlineData(false, "absent", true)]
    [InlineData(true, "absent", false)]
    [InlineData(true, "match", true)]
    [InlineData(true, "other", false)]
    [InlineData(false, "other", false)]
    public async Task A_write_happens_only_if_its_condition_holds(bool isThere, string condition, bool happens)
    {
        var etag = isThere ? await WriteAsync("a", "old") : null;
        var required = condition switch
        {
            "always" => WriteCondition.Always,
            "absent" => WriteCondition.IfAbsent,
            "match" => WriteCondition.IfMatch(etag!),
            _ => WriteCondition.IfMatch("other"),
        };

        var written = await Store.WriteAsync("a", Content("new"), required, Cancellation);

        Assert.Equal(happens, written is not null);
        if (happens)
            Assert.Equal(written, (await FindAsync("a")).Item.ETag);
        Assert.Equal(happens ? "new" : isThere ? "old" : null, await TextAsync("a"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_who_write_under_one_condition_one_wins(bool isThere)
    {
        var condition = isThere ? WriteCondition.IfMatch((await WriteAsync("a", "old"))!) : WriteCondition.IfAbsent;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(number => Task.Run(() => Store.WriteAsync("a", Content($"{number}"), condition, Cancellation))));

        var winner = Assert.Single(answers, answer => answer is not null);
        Assert.Equal(winner, (await FindAsync("a")).Item.ETag);
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_may_be_deleted_again()
    {
        await WriteAsync("folder/a", "a");
        Assert.True(await Store.DeleteAsync("folder/a", null, Cancellation));
        Assert.True(await Store.DeleteAsync("folder/a", null, Cancellation));
        Assert.Empty(await NamesAsync(""));

        await WriteAsync("folder", "no folder any more");
        Assert.Equal(["folder"], await NamesAsync(""));
    }

    [Fact]
    public async Task A_delete_with_another_ETag_deletes_nothing()
    {
        var first = await WriteAsync("a", "one");
        var second = await WriteAsync("a", "two");
        Assert.False(await Store.DeleteAsync("a", first, Cancellation));
        Assert.Equal("two", await TextAsync("a"));
        Assert.True(await Store.DeleteAsync("a", second, Cancellation));
        Assert.Null(await TextAsync("a"));
    }

    [Fact]
    public async Task One_holds_a_lock_at_a_time()
    {
        var held = await Store.TryLockAsync("catalog", Cancellation);
        Assert.NotNull(held);
        Assert.Null(await Store.TryLockAsync("catalog", Cancellation));

        var other = await Store.TryLockAsync("other", Cancellation);
        Assert.NotNull(other);

        await held.DisposeAsync();
        await other.DisposeAsync();
        var again = await Store.TryLockAsync("catalog", Cancellation);
        Assert.NotNull(again);
        await again.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("a/./b")]
    [InlineData("a/..")]
    [InlineData("a\\..\\b")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a./b")]
    [InlineData("a...")]
    [InlineData("\u1112\u1161\u11ab")] // 한 in NFD
    public async Task A_name_that_could_mean_another_place_is_refused(string name)
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.ReadAsync(name, null, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.WriteAsync(name, Content("x"), WriteCondition.Always, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.DeleteAsync(name, null, Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.TryLockAsync(name, Cancellation));
        Assert.Empty(await NamesAsync(""));
    }

    [Fact]
    public async Task A_name_that_is_too_long_or_no_Unicode_is_refused()
    {
        // Half a surrogate pair: data of a theory would not bring it here unharmed.
        foreach (var name in new[] { new string('a', 1025), "\ud800", "a\udc00", "\udc00\ud800" })
            await Assert.ThrowsAnyAsync<ArgumentException>(() => WriteAsync(name, "x"));
    }

    [Fact]
    public async Task A_call_that_was_cancelled_does_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteAsync("a", Content("a"), WriteCondition.Always, cancelled.Token));
        Assert.Empty(await NamesAsync(""));
    }

    protected static StoreContent Content(string text) => new(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    protected Task<string?> WriteAsync(string name, string text) =>
        Store.WriteAsync(name, Content(text), WriteCondition.Always, Cancellation);

    protected async Task<ReadAnswer.Found> FindAsync(string name) =>
        Assert.IsType<ReadAnswer.Found>(await Store.ReadAsync(name, null, Cancellation));

    protected async Task<string?> TextAsync(string name) =>
        await Store.ReadAsync(name, null, Cancellation) is ReadAnswer.Found found ? Encoding.UTF8.GetString(found.Bytes.Span) : null;

    protected Task<List<StoredItem>> ListAsync(string prefix) => Store.ListAsync(prefix, Cancellation).ToListAsync(Cancellation).AsTask();

    protected async Task<IEnumerable<string>> NamesAsync(string prefix) => (await ListAsync(prefix)).Select(item => item.Name);
}
