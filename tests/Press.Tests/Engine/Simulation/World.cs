using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Four containers, a lease, and what must never be seen in them.</summary>
internal sealed class World
{
    private readonly Sabotage _sabotage;
    private readonly Dictionary<SimulatedWorker, List<Action>> _delayed = [];
    private readonly Dictionary<string, SimulatedLease> _leases = new(StringComparer.Ordinal);

    public World(Sabotage sabotage)
    {
        _sabotage = sabotage;
        Clock = new FakeTimeProvider(SiteText.Now);
        Posts = new MemoryStore(Clock);
    }

    public FakeTimeProvider Clock { get; }

    // The date of a post that names none is when it was first uploaded.
    public MemoryStore Posts { get; }

    public MemoryStore Site { get; } = new();

    public MemoryStore Public { get; } = new();

    public MemoryStore Press { get; } = new();

    /// <summary>Whether a lease was taken from somebody who did not notice; then it cannot be asked that only its holder writes.</summary>
    public bool HasHadZombies { get; private set; }

    /// <summary>Whether who wants to save what it knows is switched off just before.</summary>
    public bool CrashesBeforeMemo { get; set; }

    /// <summary>An engine of a machine.</summary>
    public PublishingEngine NewEngine()
    {
        return new(new SiteStores(Of(Posts), Of(Site), Of(Public), Of(Press)), Clock, trustsHtml: false, new BuildLimits(Parallel: 1, ParallelCopies: 1, ParallelImages: 1, ImageBatch: 1, Batch: 2));

        SimulatedStore Of(MemoryStore store) => new(this, store);
    }

    /// <summary>What the engine has written, but for its marks.</summary>
    public List<string> ETags() => [.. Public.Items.Values.Concat(Press.Items.Values).Where(found => found.Item.Name != EngineItems.Mark).Select(found => $"{found.Item.Name} {found.Item.ETag}")];

    public SimulatedLease? TryLease(SimulatedWorker worker, string name)
    {
        if (_sabotage == Sabotage.LeaseIgnored)
            return new SimulatedLease(worker, name);
        return _leases.ContainsKey(name) ? null : _leases[name] = new SimulatedLease(worker, name);
    }

    public bool Release(SimulatedLease lease)
    {
        if (_leases.GetValueOrDefault(lease.Name) == lease)
            _leases.Remove(lease.Name);
        return true;
    }

    /// <summary>All leases run out. A holder that lives may be told at once, or go on without knowing.</summary>
    public void ExpireLease(bool tells)
    {
        foreach (var lease in _leases.Values.ToList())
        {
            _leases.Remove(lease.Name);
            HasHadZombies |= lease.Holder is { IsDead: false, IsOver: false };
            if (tells)
                lease.TellThatLost();
        }
    }

    public string? Write(SimulatedWorker worker, MemoryStore store, string name, StoreContent content, WriteCondition condition)
    {
        if (_sabotage == Sabotage.NoMark && name == EngineItems.Mark && _leases.ContainsKey(EngineItems.BuildLock))
            return "none";
        if (_sabotage == Sabotage.PageAfterReceipt && store == Public)
        {
            Delayed(worker).Add(() => Now(store.WriteAsync(name, content, WriteCondition.Always, CancellationToken.None)));
            return "later";
        }

        if (CrashesBeforeMemo && name == EngineItems.Memo)
        {
            worker.Machine.IsDead = true;
            throw new CrashException();
        }

        Check(worker, store);
        if (store == Public || name == EngineItems.Catalog)
            CheckLeak(name, content);
        var before = store.Items.GetValueOrDefault(name);
        var etag = Now(store.WriteAsync(name, content, condition, CancellationToken.None));
        if (store == Press && etag is not null && before is not null)
            CheckLastGood(name, before, content);
        if (etag is null && _sabotage == Sabotage.NoSecondRead && name.StartsWith("receipts/", StringComparison.Ordinal))
            return "overtaken";
        if (store == Press)
        {
            CheckWhatIsPromised(name);
            Delayed(worker).ForEach(late => late());
            Delayed(worker).Clear();
        }

        return etag;
    }

    public bool Delete(SimulatedWorker worker, MemoryStore store, string name, string? ifMatch)
    {
        if (_sabotage == Sabotage.OldPathForgotten && store == Public)
            return true;
        Check(worker, store);
        var isGone = Now(store.DeleteAsync(name, ifMatch, CancellationToken.None));
        if (store == Public)
            CheckWhatIsPromised(EngineItems.Catalog);
        return isGone;
    }

    private List<Action> Delayed(SimulatedWorker worker) => _delayed.TryGetValue(worker, out var delayed) ? delayed : _delayed[worker] = [];

    /// <summary>One worker at a time writes what everybody reads.</summary>
    private void Check(SimulatedWorker worker, MemoryStore store)
    {
        if (store == Public && !HasHadZombies && _leases.GetValueOrDefault(EngineItems.BuildLock)?.Holder != worker)
            throw new BrokenPromiseException("Somebody writes to the public container who does not have the lease.");
    }

    /// <summary>What a catalog or a receipt names is there.</summary>
    private void CheckWhatIsPromised(string name)
    {
        if (HasHadZombies || !Press.Items.TryGetValue(name, out var found))
            return;
        if (name == EngineItems.Catalog && StoredCatalog.Read(found.Bytes.Span).Entries.FirstOrDefault(entry => !Public.Items.ContainsKey(UrlPath.ToFile(entry.Path))) is { } lost)
            throw new BrokenPromiseException($"The catalog has '{lost.Path}', and there is no such page.");
        if (name.StartsWith("receipts/", StringComparison.Ordinal) && Receipt.Parse(name, found.Bytes.Span) is { State: ReceiptState.Published, File: { } file } && !Public.Items.ContainsKey(file))
            throw new BrokenPromiseException($"The receipt {name} has '{file}', and there is no such file.");
    }

    /// <summary>The last good version of a source is forgotten only with the source, and never for an older one.</summary>
    private static void CheckLastGood(string name, ReadAnswer.Found before, StoreContent content)
    {
        if (!name.Contains('/', StringComparison.Ordinal))
            return;
        var (was, is_) = (VersionOf(before.Bytes.Span), VersionOf(content.Bytes.Span));
        if (was > is_)
            throw new BrokenPromiseException($"{name} had {was} as its last good version, and has {is_}.");

        int VersionOf(ReadOnlySpan<byte> json) => Receipt.Parse(name, json).Good is { } good ? int.Parse(good.ETag, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>What is not to be read by anybody, or not yet.</summary>
    private void CheckLeak(string name, StoreContent content)
    {
        // A renamed post may call itself a picture; then it is one.
        if (name.EndsWith(".png", StringComparison.Ordinal))
            return;
        var text = System.Text.Encoding.UTF8.GetString(content.Bytes.Span);
        if (text.Contains("Not yet.", StringComparison.Ordinal))
            throw new BrokenPromiseException($"There is a draft in {name}.");
        for (var day = 2; day < 4; day++)
        {
            if (Clock.GetUtcNow() < new DateTimeOffset(2025, 7, day, 0, 0, 0, TimeSpan.Zero) && text.Contains($"Soon {day}.", StringComparison.Ordinal))
                throw new BrokenPromiseException($"There is a post to come in {name}.");
        }
    }

    private static T Now<T>(Task<T> done) => done.GetAwaiter().GetResult();
}

/// <summary>Ways in which an engine could be broken, put where the engine meets its storage.</summary>
internal enum Sabotage
{
    None,

    /// <summary>Who does not get the lease leaves without a mark.</summary>
    NoMark,

    /// <summary>Who is overtaken while writing a receipt does not look again.</summary>
    NoSecondRead,

    /// <summary>What nobody wants any more stays in public.</summary>
    OldPathForgotten,

    /// <summary>Everybody builds at once.</summary>
    LeaseIgnored,

    /// <summary>A page is written only after the receipt or catalog that speaks of it.</summary>
    PageAfterReceipt,
}

/// <summary>Something was seen that must never be.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
