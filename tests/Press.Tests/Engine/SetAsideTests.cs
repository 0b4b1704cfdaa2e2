using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>A source that two workers died of is not read again until it is uploaded anew.</summary>
public sealed class SetAsideTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts;
    private readonly MemoryStore _public = new();
    private readonly MemoryStore _press = new();

    public SetAsideTests() => _posts = new MemoryStore(_clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_that_two_workers_died_of_keeps_its_page_and_its_receipt_says_so()
    {
        await PutAsync("a.md", "First."u8.ToArray());
        await NewEngine().PublishAsync("a.md", Cancellation);
        await PutAsync("a.md", "Second."u8.ToArray());
        await DieAsync("receipts/a.md.json", engine => engine.PublishAsync("a.md", Cancellation));
        Assert.Equal(ReceiptState.Reading, (await ReceiptAsync("a.md")).State);
        await DieAsync("receipts/a.md.json", engine => engine.SweepAsync(Cancellation));

        await NewEngine().SweepAsync(Cancellation);
        var receipt = await ReceiptAsync("a.md");
        Assert.Equal((ReceiptState.Faulty, "/a.html"), (receipt.State, receipt.Url));
        Assert.Equal("SR010", Assert.Single(receipt.Diagnostics).Code);
        Assert.Contains("First.", _public.Text("a.html"), StringComparison.Ordinal);

        var reads = new CountingStore(_press);
        await new PublishingEngine(new SiteStores(_posts, new MemoryStore(), _public, reads), _clock).PublishAsync("a.md", Cancellation);
        Assert.Equal("SR010", Assert.Single((await ReceiptAsync("a.md")).Diagnostics).Code);

        await PutAsync("a.md", "Third."u8.ToArray());
        await NewEngine().PublishAsync("a.md", Cancellation);
        Assert.Contains("Third.", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Empty((await ReceiptAsync("a.md")).Diagnostics);
    }

    [Fact]
    public async Task One_death_may_be_chance()
    {
        await PutAsync("a.md", "Text."u8.ToArray());
        await DieAsync("receipts/a.md.json", engine => engine.PublishAsync("a.md", Cancellation));
        await NewEngine().PublishAsync("a.md", Cancellation);
        Assert.Equal(ReceiptState.Published, (await ReceiptAsync("a.md")).State);
    }

    [Fact]
    public async Task A_worker_that_fails_and_lives_is_not_counted_as_dead()
    {
        await PutAsync("a.md", "Text."u8.ToArray());
        var failing = new FailingStore(_press, "receipts/a.md.json") { Failures = 5 };
        var engine = new PublishingEngine(new SiteStores(_posts, new MemoryStore(), _public, failing), _clock);
        for (var times = 0; times < 3; times++)
            await Assert.ThrowsAsync<StoreException>(() => engine.PublishAsync("a.md", Cancellation));
        await engine.PublishAsync("a.md", Cancellation);
        Assert.Equal(ReceiptState.Published, (await ReceiptAsync("a.md")).State);
    }

    [Fact]
    public async Task Those_that_were_read_beside_the_one_that_kills_are_read_again_alone()
    {
        foreach (var name in new[] { "a.md", "b.md", "c.md" })
            await PutAsync(name, "Text."u8.ToArray());
        foreach (var name in new[] { "a.md", "b.md", "c.md" })
            await DieAsync($"receipts/{name}.json", engine => engine.PublishAsync(name, Cancellation));

        // The next one dies of the first of them. The others were not being read then.
        await DieAsync("receipts/a.md.json", engine => engine.SweepAsync(Cancellation));
        await NewEngine().SweepAsync(Cancellation);
        Assert.Equal(["SR010"], (await ReceiptAsync("a.md")).Diagnostics.Select(found => found.Code));
        Assert.Equal(
            (ReceiptState.Published, ReceiptState.Published),
            ((await ReceiptAsync("b.md")).State, (await ReceiptAsync("c.md")).State));
    }

    [Fact]
    public async Task Two_are_not_read_at_a_time_after_a_death()
    {
        await DieOfAsync("a.md");
        await using (await _press.TryLockAsync(EngineItems.ReadingLock, Cancellation))
        {
            var publishing = NewEngine().PublishAsync("a.md", Cancellation);
            // It waits for longer than a dead reader keeps the lease.
            await RunClockAsync(until: _clock.GetUtcNow() + TimeSpan.FromSeconds(60));
            Assert.False(publishing.IsCompleted);
            while (!publishing.IsCompleted)
                await RunClockAsync(until: _clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            Assert.True((await Assert.ThrowsAsync<StoreException>(() => publishing)).IsOfItem);
        }

        await NewEngine().PublishAsync("a.md", Cancellation);
        Assert.Equal(ReceiptState.Published, (await ReceiptAsync("a.md")).State);
    }

    [Fact]
    public async Task Who_waits_for_another_reader_goes_on_when_that_one_has_ended()
    {
        await DieOfAsync("a.md");
        var other = await _press.TryLockAsync(EngineItems.ReadingLock, Cancellation);
        var publishing = NewEngine().PublishAsync("a.md", Cancellation);
        await RunClockAsync(until: _clock.GetUtcNow() + TimeSpan.FromSeconds(5));
        Assert.Equal(ReceiptState.Reading, (await ReceiptAsync("a.md")).State);
        await other!.DisposeAsync();
        while (!publishing.IsCompleted)
            await RunClockAsync(until: _clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await publishing;
        Assert.Equal(ReceiptState.Published, (await ReceiptAsync("a.md")).State);
    }

    [Fact]
    public async Task Of_the_suspects_of_a_process_one_asks_for_its_turn()
    {
        var names = Enumerable.Range(1, 30).Select(number => $"{number}.md").ToArray();
        foreach (var name in names)
            await DieOfAsync(name);
        var asked = new LockCounter(_press);
        var engine = new PublishingEngine(new SiteStores(_posts, new MemoryStore(), _public, asked), _clock);
        await using (await _press.TryLockAsync(EngineItems.ReadingLock, Cancellation))
        {
            var waiting = names.Select(name => engine.PublishAsync(name, Cancellation)).ToArray();
            await RunClockAsync(until: _clock.GetUtcNow() + TimeSpan.FromSeconds(10));
            // One for each pause, whoever else waits.
            Assert.InRange(asked.Asked, 2, 110);
            _press.Unlock(EngineItems.ReadingLock);
            while (!waiting.All(task => task.IsCompleted))
                await RunClockAsync(until: _clock.GetUtcNow() + TimeSpan.FromSeconds(1));
            await Task.WhenAll(waiting);
        }

        foreach (var name in names)
            Assert.Equal(ReceiptState.Published, (await ReceiptAsync(name)).State);
    }

    [Fact]
    public async Task A_picture_that_two_builders_died_of_is_published_as_it_is()
    {
        var picture = Pictures.Png(500, 20);
        await PutAsync("a.png", picture);
        await PutAsync("b.png", Pictures.Png(490, 20));
        // The builder is gone just after it said what it reads, before anything of it is public.
        for (var times = 0; times < 2; times++)
            await DieAsync(null, engine => engine.SweepAsync(Cancellation), "a.png");

        await NewEngine().SweepAsync(Cancellation);
        Assert.Equal(
            ["a.png", "b.png", "b.png.480.webp", "b.png.490.webp"],
            _public.Names.Where(name => name[1..].StartsWith(".png", StringComparison.Ordinal)));
        Assert.Equal(picture, _public.Items["a.png"].Bytes.ToArray());
        Assert.Contains(
            "two workers died while they read it",
            Assert.Single((await ReceiptAsync("a.png")).Diagnostics).Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain(EngineItems.Journal, _press.Names);

        await PutAsync("a.png", Pictures.Png(500, 20, seed: 2));
        await NewEngine().SweepAsync(Cancellation);
        Assert.Contains("a.png.480.webp", _public.Names);
    }

    [Fact]
    public async Task Saying_what_is_read_costs_one_write_for_a_post_and_none_for_a_file()
    {
        await PutAsync("a.md", "Text."u8.ToArray());
        await PutAsync("a.pdf", "%PDF"u8.ToArray());
        var counted = new CountingStore(_press);
        var engine = new PublishingEngine(new SiteStores(_posts, new MemoryStore(), _public, counted), _clock);
        await using (await _press.TryLockAsync(EngineItems.BuildLock, Cancellation))
        {
            await engine.PublishAsync("a.md", Cancellation);
            // Said and written; marked; the lock wanted. That there is no receipt is found out by saying it.
            Assert.Equal(4, counted.Requests);
            await engine.PublishAsync("a.pdf", Cancellation);
            Assert.Equal(4 + 4, counted.Requests);
        }
    }

    private PublishingEngine NewEngine() => new(new SiteStores(_posts, new MemoryStore(), _public, _press), _clock);

    /// <summary>
    /// A worker dies before the second write of an item, or before the first one of a public file: it does nothing more, not even tidy up.
    /// </summary>
    private async Task DieAsync(string? item, Func<PublishingEngine, Task> work, string? file = null)
    {
        var life = new Life();
        var press = new MortalStore(_press, life) { Item = item, Survives = 1 };
        var target = new MortalStore(_public, life) { Item = file };
        await Assert.ThrowsAsync<StoreException>(
            () => work(new PublishingEngine(new SiteStores(_posts, new MemoryStore(), target, press), _clock)));
        // A lease ends with its holder, sooner or later.
        foreach (var name in new[] { EngineItems.BuildLock, EngineItems.ReadingLock })
            _press.Unlock(name);
    }

    /// <summary>A source is uploaded, and a worker dies while it reads it.</summary>
    private async Task DieOfAsync(string name)
    {
        await PutAsync(name, "Text."u8.ToArray());
        await DieAsync($"receipts/{name}.json", engine => engine.PublishAsync(name, Cancellation));
    }

    /// <summary>Lets time pass in steps that are shorter than any pause.</summary>
    private async Task RunClockAsync(DateTimeOffset until)
    {
        while (_clock.GetUtcNow() < until)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }

    private async Task PutAsync(string name, byte[] content)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _posts.WriteAsync(name, new StoreContent(content, "text/plain"), WriteCondition.Always, Cancellation);
    }

    private async Task<Receipt> ReceiptAsync(string name) => (await ReceiptFolder.OfPosts(_press).FindAsync(name, Cancellation))!;

    private sealed class Life
    {
        public bool IsOver { get; set; }
    }

    private sealed class MortalStore(MemoryStore store, Life life) : DelegatingStore(store)
    {
        public string? Item { get; init; }

        public int Survives { get; set; }

        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
        {
            life.IsOver |= name == Item && Survives-- == 0;
            return life.IsOver
                ? throw new StoreException(name, "dead", cause: null)
                : base.WriteAsync(name, content, condition, cancellationToken);
        }

        public override Task<bool> DeleteAsync(string name, string? ifMatch, CancellationToken cancellationToken) =>
            life.IsOver ? throw new StoreException(name, "dead", cause: null) : base.DeleteAsync(name, ifMatch, cancellationToken);
    }

    private sealed class LockCounter(MemoryStore store) : DelegatingStore(store)
    {
        private int _asked;

        /// <summary>How often the turn to read was asked for.</summary>
        public int Asked => _asked;

        public override Task<IStoreLock?> TryLockAsync(string name, CancellationToken cancellationToken)
        {
            if (name == EngineItems.ReadingLock)
                Interlocked.Increment(ref _asked);
            return base.TryLockAsync(name, cancellationToken);
        }
    }

    private sealed class FailingStore(MemoryStore store, string item) : DelegatingStore(store)
    {
        private bool _isSaid;

        public int Failures { get; set; }

        public override Task<string?> WriteAsync(
            string name, StoreContent content, WriteCondition condition, CancellationToken cancellationToken)
        {
            if (name != item || !_isSaid)
                _isSaid |= name == item;
            else if (Failures-- > 0)
                throw new StoreException(name, "503", cause: null);
            return base.WriteAsync(name, content, condition, cancellationToken);
        }
    }
}
