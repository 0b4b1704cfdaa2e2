using System.Globalization;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Four containers, leases, and what must never be seen in them.</summary>
internal sealed class World
{
    private readonly Saboteur _saboteur;
    private readonly SeenVersions _seen;
    private HashSet<string> _entries = [];
    private readonly Dictionary<string, SimulatedLease> _leases = new(StringComparer.Ordinal);

    public World(Sabotage sabotage)
    {
        Clock = new FakeTimeProvider(SiteText.Now);
        Posts = new MemoryStore(Clock);
        _saboteur = new Saboteur(this, sabotage);
        _seen = new SeenVersions(this);
    }

    public FakeTimeProvider Clock { get; }

    // The date of a post that names none is when it was first uploaded.
    public MemoryStore Posts { get; }

    public MemoryStore Site { get; } = new();

    public MemoryStore Public { get; } = new();

    public MemoryStore Press { get; } = new();

    /// <summary>What happened, a line each.</summary>
    public List<string> Trace { get; } = [];

    /// <summary>Whether a lease was taken from somebody who did not notice; then it cannot be asked that only its holder writes.</summary>
    public bool HasHadZombies { get; private set; }

    /// <summary>How many machines were switched off in the middle of work, and how many requests failed.</summary>
    public int Faults { get; set; }

    /// <summary>Whether who wants to save what it knows is switched off just before.</summary>
    public bool CrashesBeforeMemo { get; set; }

    /// <summary>Whether somebody has the lease to build.</summary>
    public bool IsBuilding => _leases.ContainsKey(EngineItems.BuildLock);

    /// <summary>An engine of a machine.</summary>
    public PublishingEngine NewEngine(TimeProvider clock)
    {
        return new(
            new SiteStores(Of(Posts), Of(Site), Of(Public), Of(Press)),
            clock,
            trustsHtml: false,
            new BuildLimits(Parallel: 1, ParallelCopies: 1, ParallelImages: 1, ImageBatch: 1, Batch: 2));

        SimulatedStore Of(MemoryStore store) => new(this, store);
    }

    public MachineClock NewClock() =>
        new(Clock) { Offset = _saboteur.Kind == Sabotage.FuturePublished ? TimeSpan.FromDays(3) : TimeSpan.Zero };

    /// <summary>The name of a container, for the trace.</summary>
    public string NameOf(MemoryStore store) => store == Posts ? "posts" : store == Site ? "site" : store == Public ? "public" : "press";

    /// <summary>What the engine has written, but for its marks.</summary>
    public List<string> ETags() =>
    [
        .. Public.Items.Values.Concat(Press.Items.Values).Where(found => !IsMark(found.Item.Name))
            .Select(found => $"{found.Item.Name} {found.Item.ETag}"),
    ];

    public static bool IsMark(string name) => name.StartsWith(EngineItems.MarksFolder, StringComparison.Ordinal);

    public void Crash(SimulatedMachine machine)
    {
        machine.IsDead = true;
        Faults++;
    }

    public SimulatedLease? TryLease(SimulatedWorker worker, string name)
    {
        if (_saboteur.Kind == Sabotage.LeaseIgnored)
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
    public void ExpireLeases(bool tells)
    {
        foreach (var lease in _leases.Values.ToList())
        {
            _leases.Remove(lease.Name);
            Trace.Add($"the lease '{lease.Name}' of {lease.Holder} runs out, and it is {(tells ? "" : "not ")}told");
            HasHadZombies |= lease.Holder is { IsDead: false, IsOver: false };
            if (tells)
                lease.TellThatLost();
        }
    }

    public IReadOnlyList<StoredItem> List(SimulatedWorker worker, MemoryStore store, string prefix)
    {
        IReadOnlyList<StoredItem> items =
            [.. store.Items.Values.Select(found => found.Item).Where(item => item.Name.StartsWith(prefix, StringComparison.Ordinal))];
        _seen.Listed(worker, store, items, prefix);
        return _saboteur.List(worker, store, prefix, items);
    }

    public ReadAnswer Read(SimulatedWorker worker, MemoryStore store, string name, ReadAnswer answer)
    {
        _seen.Saw(worker, store, name, answer switch
        {
            ReadAnswer.Found found => found.Item.ETag,
            ReadAnswer.NotModified => store.Items[name].Item.ETag,
            _ => null,
        });
        if (store == Press && name == EngineItems.Manifest)
            _seen.ReadState(worker);
        return _saboteur.Read(worker, store, name, answer);
    }

    public string? Write(SimulatedWorker worker, MemoryStore store, string name, StoreContent content, WriteCondition condition)
    {
        if (CrashesBeforeMemo && name == EngineItems.Manifest)
        {
            Crash(worker.Machine);
            throw new CrashException();
        }

        if (_saboteur.Writes(worker, store, name, ref content, ref condition, out var told))
            return told;

        CheckLease(worker, store);
        var before = store.Items.GetValueOrDefault(name);
        var etag = Now(store.WriteAsync(name, content, condition, CancellationToken.None));
        if (etag is not null)
        {
            _seen.Check(worker, store, name, before?.Item.ETag);
            _seen.Saw(worker, store, name, etag);
            CheckWritten(worker, store, name, before, content);
        }

        return _saboteur.AnswerTo(worker, store, name, etag);
    }

    public bool Delete(SimulatedWorker worker, MemoryStore store, string name, string? ifMatch)
    {
        if (!_saboteur.Deletes(store, name, ref ifMatch))
            return true;
        CheckLease(worker, store);
        var before = store.Items.GetValueOrDefault(name);
        var isGone = Now(store.DeleteAsync(name, ifMatch, CancellationToken.None));
        if (isGone && before is not null)
        {
            _seen.Check(worker, store, name, before.Item.ETag);
            _seen.Saw(worker, store, name, etag: null);
        }

        if (store == Public)
            CheckWhatIsPromised(EngineItems.Manifest);
        return isGone;
    }

    private void CheckWritten(SimulatedWorker worker, MemoryStore store, string name, ReadAnswer.Found? before, StoreContent content)
    {
        if (store == Public)
            Reader.LookAt(worker.LastTold, name, content.Bytes);
        else if (name == EngineItems.Manifest)
            LookAtNewEntries(worker);
        if (store != Press)
            return;
        if (before is not null)
            CheckLastGood(name, before, content);
        CheckWhatIsPromised(name);
    }

    /// <summary>
    /// What a machine whose clock was wrong has shown stands in the catalog until its page is gone: that is not this worker's doing.
    /// </summary>
    private void LookAtNewEntries(SimulatedWorker worker)
    {
        var before = _entries;
        _entries = State.CatalogOf(Press).Entries.Select(entry => Encoding.UTF8.GetString(CatalogJson.Serialize([entry])))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in _entries.Except(before))
            Reader.LookAt(worker.LastTold, EngineItems.Manifest, Encoding.UTF8.GetBytes(entry));
    }

    /// <summary>One worker at a time writes what everybody reads.</summary>
    private void CheckLease(SimulatedWorker worker, MemoryStore store)
    {
        if (store == Public && !HasHadZombies && _leases.GetValueOrDefault(EngineItems.BuildLock)?.Holder != worker)
            throw new BrokenPromiseException("Somebody writes to the public container who does not have the lease.");
    }

    /// <summary>What a catalog or a receipt names is there.</summary>
    private void CheckWhatIsPromised(string name)
    {
        if (HasHadZombies || !Press.Items.TryGetValue(name, out var found))
            return;
        if (name == EngineItems.Manifest)
            Reader.LookAtCatalog(Press, Public);
        if (name.StartsWith("receipts/", StringComparison.Ordinal)
            && Receipt.Parse(name, found.Bytes.Span) is { State: ReceiptState.Published, File: { } file }
            && !Public.Items.ContainsKey(file))
            throw new BrokenPromiseException($"The receipt {name} has '{file}', and there is no such file.");
    }

    /// <summary>
    /// The last good version of a source is forgotten only with the source, and never for an older one; but one of media of which nothing
    /// is left, neither the source nor a public file.
    /// </summary>
    private void CheckLastGood(string name, ReadAnswer.Found before, StoreContent content)
    {
        if (!name.Contains('/', StringComparison.Ordinal) || State.IsOfIt(name) || IsMark(name))
            return;
        var (was, is_) = (Receipt.Parse(name, before.Bytes.Span), Receipt.Parse(name, content.Bytes.Span));
        if (VersionOf(was) > VersionOf(is_) && !(is_.Good is null && IsLost(was)))
            throw new BrokenPromiseException(
                $"{name} had {VersionOf(was)} as its last good version, and has {VersionOf(is_)}.");

        static int VersionOf(Receipt receipt) => receipt.Good is { } good ? int.Parse(good.ETag, CultureInfo.InvariantCulture) : 0;

        bool IsLost(Receipt receipt) =>
            receipt.Good is { Content: null } media
            && Posts.Items.GetValueOrDefault(receipt.Source)?.Item.ETag != media.ETag
            && !Public.Items.ContainsKey(SourceName.WithoutPostsFolder(receipt.Source));
    }

    private static T Now<T>(Task<T> done) => done.GetAwaiter().GetResult();
}

/// <summary>Something was seen that must never be.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
