using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Breaks an engine where it meets its storage.</summary>
internal sealed class Saboteur(World world, Sabotage kind)
{
    private readonly Dictionary<(SimulatedMachine, string), ReadAnswer> _kept = [];
    private readonly Dictionary<(SimulatedMachine, string), IReadOnlyList<StoredItem>> _listings = [];
    private readonly Dictionary<string, ReadAnswer.Found> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<SimulatedWorker, List<Action>> _delayed = [];

    public Sabotage Kind => kind;

    public IReadOnlyList<StoredItem> List(SimulatedWorker worker, MemoryStore store, string prefix, IReadOnlyList<StoredItem> listed) =>
        kind switch
        {
            Sabotage.ListingKept when store == world.Press =>
                _listings.TryAdd((worker.Machine, prefix), listed) ? listed : _listings[(worker.Machine, prefix)],
            Sabotage.SweepBlind when store == world.Posts => [],
            Sabotage.SourceETagIgnored when store == world.Posts => [.. listed.Select(item => item with { ETag = "1" })],
            _ => listed,
        };

    public ReadAnswer Read(SimulatedWorker worker, MemoryStore store, string name, ReadAnswer answer)
    {
        if (kind == Sabotage.ReceiptsKept && store == world.Press && name.StartsWith("receipts/", StringComparison.Ordinal))
            return _kept.TryAdd((worker.Machine, name), answer) ? answer : _kept[(worker.Machine, name)];
        if (store != world.Posts)
            return answer;
        if (answer is ReadAnswer.Found found)
            _sources[name] = found;
        return (kind, answer) switch
        {
            (Sabotage.DeleteUnseen, ReadAnswer.Missing) when _sources.TryGetValue(name, out var before) => before,
            (Sabotage.SourceETagIgnored, ReadAnswer.Found(var item, var bytes)) => new ReadAnswer.Found(item with { ETag = "1" }, bytes),
            (Sabotage.DraftPublished, ReadAnswer.Found(var item, var bytes)) when name.EndsWith(".md", StringComparison.Ordinal) =>
                new ReadAnswer.Found(
                    item, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span).Replace("draft: true", "", StringComparison.Ordinal))),
            _ => answer,
        };
    }

    /// <summary>Writes in the engine's place.</summary>
    /// <returns>Whether it did; then <paramref name="etag"/> is what the engine is told.</returns>
    public bool Writes(
        SimulatedWorker worker, MemoryStore store, string name, ref StoreContent content, ref WriteCondition condition, out string? etag)
    {
        etag = "none";
        switch (kind)
        {
            case Sabotage.NoMark when World.IsMark(name) && world.IsBuilding:
            case Sabotage.NoMarkAtAll when World.IsMark(name):
            case Sabotage.PartsNotWritten when name.StartsWith(EngineItems.PartsFolder, StringComparison.Ordinal):
                return true;
            case Sabotage.PageAfterReceipt when store == world.Public:
                var late = content;
                Later(worker, () => Put(store, name, late));
                return true;
            case Sabotage.FileWrittenInHalves when store == world.Public:
                var whole = content;
                content = content with { Bytes = content.Bytes[..(content.Bytes.Length / 2)] };
                Later(worker, () => Put(store, name, whole));
                break;
            case Sabotage.ReceiptWrittenBlindly when IsReceipt(store, name):
            case Sabotage.PublicWrittenBlindly when store == world.Public:
            case Sabotage.ManifestWrittenBlindly when name == EngineItems.Manifest:
                condition = WriteCondition.Always;
                break;
            case Sabotage.LastGoodForgotten when IsReceipt(store, name):
                content = Changed(name, content, receipt => receipt with { Good = receipt.Faults.IsEmpty ? receipt.Good : null });
                break;
            case Sabotage.SetAsideTooEarly when IsReceipt(store, name):
                content = Changed(
                    name,
                    content,
                    receipt => receipt.Reading is { } mark ? receipt with { Reading = mark with { Deaths = mark.Deaths + 1 } } : receipt);
                break;
            case Sabotage.ReadingTakenForDone when IsReceipt(store, name):
                content = Changed(
                    name,
                    content,
                    receipt => receipt.State == ReceiptState.Reading ? receipt with { State = ReceiptState.Pending } : receipt);
                break;
        }

        return false;
    }

    /// <summary>What the engine is told of a write.</summary>
    public string? AnswerTo(SimulatedWorker worker, MemoryStore store, string name, string? etag)
    {
        if (store == world.Press)
            CatchUp(worker);
        return etag is null && kind == Sabotage.NoSecondRead && IsReceipt(store, name) ? "overtaken" : etag;
    }

    /// <summary>Under which condition a delete happens; false if it does not.</summary>
    public bool Deletes(MemoryStore store, string name, ref string? ifMatch)
    {
        if (kind == Sabotage.OldPathForgotten && store == world.Public)
            return false;
        var isBlind = (kind == Sabotage.ReceiptDeletedBlindly && IsReceipt(store, name))
            || (kind == Sabotage.MarkDeletedBlindly && World.IsMark(name));
        ifMatch = isBlind ? null : ifMatch;
        return true;
    }

    private void CatchUp(SimulatedWorker worker)
    {
        if (_delayed.Remove(worker, out var delayed))
            delayed.ForEach(late => late());
    }

    private void Later(SimulatedWorker worker, Action late)
    {
        if (!_delayed.TryGetValue(worker, out var delayed))
            _delayed[worker] = delayed = [];
        delayed.Add(late);
    }

    private static void Put(MemoryStore store, string name, StoreContent content) =>
        store.WriteAsync(name, content, WriteCondition.Always, CancellationToken.None).GetAwaiter().GetResult();

    private bool IsReceipt(MemoryStore store, string name) =>
        store == world.Press && name.StartsWith("receipts/", StringComparison.Ordinal);

    private static StoreContent Changed(string name, StoreContent content, Func<Receipt, Receipt> change) =>
        content with { Bytes = change(Receipt.Parse(name, content.Bytes.Span)).ToJson() };
}
