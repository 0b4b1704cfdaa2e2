using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Takes sources in: brings the receipt of each to the version that is there now. Any number of workers may, in any order.
/// </summary>
/// <param name="sources">The container that authors or designers write to.</param>
/// <param name="receipts">What became of its sources.</param>
/// <param name="judge">Decides what can be published.</param>
/// <param name="worker">Who takes in.</param>
internal sealed class SourceIntake(IStore sources, ReceiptFolder receipts, SourceJudge judge, EngineWorker worker)
{
    // Every upload is reported twice, and the second event should cost next to nothing.
    private const int MaxTaken = 10_000;

    private readonly ConcurrentDictionary<string, bool> _taken = new(StringComparer.Ordinal);

    public IStore Sources => sources;

    public ReceiptFolder Receipts => receipts;

    /// <summary>Whether a source of this name is published; one whose name alone forbids that is refused with a receipt.</summary>
    public bool Knows(string name) => receipts.CanHold(name) && judge.Knows(name);

    /// <summary>Whether what lies under a name that no source can have wants a receipt that says so.</summary>
    public bool Refuses(string name) => name is not "" && !receipts.CanHold(name) && judge.Knows(name);

    /// <summary>Takes one source in as it is now; one that is gone takes its receipt along.</summary>
    public async Task<Intake> TakeInAsync(string name, CancellationToken cancellationToken) =>
        await TakeInNewAsync(name, cancellationToken) ?? await TakeInAgainAsync(name, defersSuspects: false, cancellationToken);

    /// <summary>Takes in one that was taken in before, as far as is known.</summary>
    /// <param name="name">The source.</param>
    /// <param name="defersSuspects">Leaves a version of which a worker may have died for when nothing else is being read.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Intake> TakeInAgainAsync(string name, bool defersSuspects, CancellationToken cancellationToken)
    {
        Judgement? judgement = null;
        while (true)
        {
            // The receipt first: a version that is older than what somebody else takes in meanwhile then cannot be written over it.
            var stored = await receipts.ReadAsync(name, cancellationToken);
            var answer = await sources.ReadUpToAsync(name, judge.BytesToRead(name), cancellationToken);
            if (answer is ReadAnswer.Missing)
            {
                if (stored is null || await receipts.TryDeleteAsync(name, stored, cancellationToken))
                    return new Intake(Receipt: null, NeedsBuild: stored is not null);
                continue;
            }

            var version = SourceVersion.Of(answer);
            if (stored?.Receipt is { } known && IsSettled(known, version, judgement))
                return new Intake(known, known.State == ReceiptState.Pending);

            if (judgement?.ETag != version.Item.ETag)
            {
                var deaths = worker.DeathsOf(stored?.Receipt, version.Item.ETag);
                if (deaths > 0 && defersSuspects)
                    return new Intake(stored!.Receipt, NeedsBuild: false) { IsDeferred = true };
                if (await JudgeAsync(version, stored, deaths, cancellationToken) is not { } judged)
                    continue;
                (judgement, stored) = (judged.Judgement, judged.Stored);
            }

            var receipt = ReceiptOf(version.Item, judgement, stored?.Receipt);
            if (await TryEndAsync(receipt, stored, cancellationToken) is not null)
                return new Intake(receipt, NeedsBuild: true);
        }
    }

    /// <summary>
    /// Takes in what was never taken in, as most that is uploaded: the word that it is being read finds out at once that it has no receipt.
    /// </summary>
    /// <returns>Null if it has one, or is not of this kind.</returns>
    private async Task<Intake?> TakeInNewAsync(string name, CancellationToken cancellationToken)
    {
        if (judge.BytesToRead(name) == 0
            || _taken.ContainsKey(name)
            || await sources.ReadUpToAsync(name, judge.BytesToRead(name), cancellationToken)
                is not ReadAnswer.Found found
            || found.Item.LastModified > found.Item.Created)
            return null;

        Remember(name);
        var version = SourceVersion.Of(found);
        if (await JudgeAsync(version, stored: null, deaths: 0, cancellationToken) is not { } judged)
            return await receipts.ReadAsync(name, cancellationToken) is { Receipt: { } known } && IsSettled(known, version, judgement: null)
                ? new Intake(known, known.State == ReceiptState.Pending)
                : null;
        var receipt = ReceiptOf(version.Item, judged.Judgement, judged.Stored!.Receipt);
        return await TryEndAsync(receipt, judged.Stored, cancellationToken) is not null ? new Intake(receipt, NeedsBuild: true) : null;
    }

    /// <summary>
    /// Reads a receipt, null if there is none. One that cannot be understood is made anew first, so that nobody takes its source for gone.
    /// </summary>
    public async Task<StoredReceipt?> ReadReceiptAsync(string name, CancellationToken cancellationToken)
    {
        while (await receipts.ReadAsync(name, cancellationToken) is { } stored)
        {
            if (stored.Receipt.IsReadable)
                return stored;
            await TakeInAgainAsync(name, defersSuspects: false, cancellationToken);
        }

        return null;
    }

    /// <summary>Whether there is nothing to be done for this version any more.</summary>
    private bool IsSettled(Receipt known, SourceVersion version, Judgement? judgement)
    {
        if (known.ETag != version.Item.ETag || known.State == ReceiptState.Reading)
            return false;
        // What two workers died of is not read again. Who has read it all the same meanwhile knows better.
        if (known.IsSetAside)
            return judgement?.ETag != known.ETag;
        // The storage may think better of it, and tells nobody.
        return version.Refusal is { } refusal
            ? known.Faults.SequenceEqual([ReceiptDiagnostic.Of(refusal)])
            : known.IsFinal && known.Engine == worker.Engine;
    }

    /// <summary>Judges a version. Where its content counts, the receipt says before that it is being read, and by whom.</summary>
    /// <returns>Null if somebody else has written the receipt meanwhile.</returns>
    private async Task<Judged?> JudgeAsync(SourceVersion version, StoredReceipt? stored, int deaths, CancellationToken cancellationToken)
    {
        if (version.Refusal is not null || version.Content is null || judge.BytesToRead(version.Item.Name) == 0)
            return new(Judge(version), stored);
        if (deaths >= EngineWorker.MaxDeaths)
            return new(Judgement.SetAside(version.Item), stored);

        // After a death one is read at a time: the next death then tells which one it was.
        await using var alone = deaths > 0 ? await worker.ReadAloneAsync(version.Item.Name, cancellationToken) : null;
        if (!worker.IsReading(stored?.Receipt, version.Item.ETag))
        {
            var mark = worker.MarkOf(version.Item, stored?.Receipt, deaths);
            if (await receipts.TryWriteAsync(mark, stored, cancellationToken) is not { } etag)
                return null;
            stored = new StoredReceipt(mark, etag);
        }

        try
        {
            return new(Judge(version), stored);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // It goes on its way; who tries again counts it as a death.
            await receipts.TryWriteAsync(EngineWorker.Died(stored!.Receipt), stored, cancellationToken);
            throw;
        }
    }

    /// <summary>
    /// Writes what came of a version. Who cannot, and lives, takes back that it reads, so that nobody takes it for dead; if the storage
    /// does not let it do even that, it is one of two deaths that are needed.
    /// </summary>
    private async Task<string?> TryEndAsync(Receipt receipt, StoredReceipt? stored, CancellationToken cancellationToken)
    {
        try
        {
            return await receipts.TryWriteAsync(receipt, stored, cancellationToken);
        }
        catch (Exception fault)
            when ((fault is StoreException or OperationCanceledException) && worker.IsReading(stored?.Receipt, receipt.ETag))
        {
            await TryTakeBackAsync(stored!);
            throw;
        }
    }

    private async Task TryTakeBackAsync(StoredReceipt mark)
    {
        try
        {
            await receipts.TryWriteAsync(EngineWorker.TakenBack(mark.Receipt), mark, CancellationToken.None);
        }
        catch (StoreException)
        {
            // The fault that led here is what the caller is told.
        }
    }

    private void Remember(string name)
    {
        if (_taken.Count >= MaxTaken)
            _taken.Clear();
        _taken[name] = true;
    }

    private Judgement Judge(SourceVersion version)
    {
        ImmutableArray<Diagnostic> faults = version.Refusal is { } refusal ? [refusal] : judge.FaultsOf(version.Item, version.Content);
        return new Judgement(version.Item.ETag, [.. faults.Select(ReceiptDiagnostic.Of)], version.Content);
    }

    private Receipt ReceiptOf(StoredItem item, Judgement judgement, Receipt? before)
    {
        var good = judgement.Faults.IsEmpty
            ? new GoodVersion(item.ETag, item.Created, judge.BytesToRead(item.Name) > 0 ? judgement.Content?.ToArray() : null)
            : LastGood(item.Name, judgement, before);

        // Until the build says otherwise, what was public before still is.
        return new Receipt
        {
            Source = item.Name,
            ETag = item.ETag,
            Engine = worker.Engine,
            State = ReceiptState.Pending,
            Url = before?.Url,
            File = before?.File,
            Html = before?.Html,
            Diagnostics = judgement.Faults,
            Faults = judgement.Faults,
            Good = good,
        };
    }

    /// <summary>
    /// The last good version, as this engine sees it: what another one let through (for an operator who trusted authors, say) may not be
    /// good any more.
    /// </summary>
    private GoodVersion? LastGood(string name, Judgement judgement, Receipt? before)
    {
        if (before?.Good is not { } good || before.Engine == worker.Engine)
            return before?.Good;
        // A post is sanitised whenever it is read. Of what is published as it is nothing more can be said without reading it.
        if (judgement.IsSetAside)
            return PageSource.Is(name, good.Content) ? good : null;
        var item = new StoredItem(name, good.ETag, good.Content?.Length ?? 1, good.Created, good.Created);
        return judge.FaultsOf(item, good.Content is { } content ? (ReadOnlyMemory<byte>)content : null).IsEmpty ? good : null;
    }

    /// <summary>A judgement, and the receipt over which it is to be written.</summary>
    private sealed record Judged(Judgement Judgement, StoredReceipt? Stored);
}
