using System.Collections.Immutable;

namespace Press;

/// <summary>Takes sources in: brings the receipt of each to the version that is there now. Any number of workers may, in any order.</summary>
/// <param name="sources">The container that authors or designers write to.</param>
/// <param name="receipts">What became of its sources.</param>
/// <param name="judge">Decides what can be published.</param>
/// <param name="engine">This engine; what another one took in is taken in again.</param>
internal sealed class SourceIntake(IStore sources, ReceiptFolder receipts, SourceJudge judge, string engine)
{
    public IStore Sources => sources;

    public ReceiptFolder Receipts => receipts;

    /// <summary>Whether a source of this name gets a receipt.</summary>
    public bool Knows(string name) => receipts.CanHold(name) && judge.Knows(name);

    /// <summary>Takes one source in as it is now; one that is gone takes its receipt along.</summary>
    public async Task<Intake> TakeInAsync(string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The receipt first: a version that is older than what somebody else takes in meanwhile then cannot be written over it.
            var stored = await receipts.ReadAsync(name, cancellationToken);
            var version = await sources.ReadUpToAsync(name, judge.BytesToRead(name), cancellationToken);
            if (version is ReadAnswer.Missing)
            {
                if (stored is null || await receipts.TryDeleteAsync(name, stored, cancellationToken))
                    return new Intake(Receipt: null, NeedsBuild: stored is not null);
                continue;
            }

            var (item, content) = version is ReadAnswer.Found found ? (found.Item, (ReadOnlyMemory<byte>?)found.Bytes) : (((ReadAnswer.TooLong)version).Item, null);
            if (stored?.Receipt is { } known && known.ETag == item.ETag && known.Engine == engine)
                return new Intake(known, known.State == ReceiptState.Pending);

            var receipt = Judge(item, content, stored?.Receipt);
            if (await receipts.TryWriteAsync(receipt, stored, cancellationToken) is not null)
                return new Intake(receipt, NeedsBuild: true);
        }
    }

    /// <summary>Reads a receipt, null if there is none. One that cannot be understood is made anew first, so that nobody takes its source for gone.</summary>
    public async Task<StoredReceipt?> ReadReceiptAsync(string name, CancellationToken cancellationToken)
    {
        while (await receipts.ReadAsync(name, cancellationToken) is { } stored)
        {
            if (stored.Receipt.IsReadable)
                return stored;
            await TakeInAsync(name, cancellationToken);
        }

        return null;
    }

    private Receipt Judge(StoredItem item, ReadOnlyMemory<byte>? content, Receipt? before)
    {
        ImmutableArray<ReceiptDiagnostic> faults = [.. judge.FaultsOf(item, content).Select(ReceiptDiagnostic.Of)];
        var good = faults.IsEmpty ? new GoodVersion(item.ETag, item.Created, judge.BytesToRead(item.Name) > 0 ? content?.ToArray() : null) : LastGood(item.Name, before);

        // Until the build says otherwise, what was public before still is.
        return new Receipt
        {
            Source = item.Name,
            ETag = item.ETag,
            Engine = engine,
            State = ReceiptState.Pending,
            Url = before?.Url,
            File = before?.File,
            Html = before?.Html,
            Diagnostics = faults,
            Faults = faults,
            Good = good,
        };
    }

    /// <summary>The last good version, as this engine sees it: what another one let through (for an operator who trusted authors, say) may not be good any more.</summary>
    private GoodVersion? LastGood(string name, Receipt? before)
    {
        if (before?.Good is not { } good || before.Engine == engine)
            return before?.Good;
        var item = new StoredItem(name, good.ETag, good.Content?.Length ?? 0, good.Created, good.Created);
        return judge.FaultsOf(item, good.Content is { } content ? (ReadOnlyMemory<byte>)content : null).IsEmpty ? good : null;
    }
}

/// <summary>What taking a source in came to.</summary>
/// <param name="Receipt">The source's receipt; null if the source is gone.</param>
/// <param name="NeedsBuild">Whether the site is another one for it.</param>
internal readonly record struct Intake(Receipt? Receipt, bool NeedsBuild);
