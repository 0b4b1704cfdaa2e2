using System.Security.Cryptography;

namespace Press;

/// <summary>
/// An engine in its process, as others know it. A receipt says who reads a source before it is read: one that stays so is what a worker
/// left that died of it.
/// </summary>
/// <param name="engine">What judges: another version of it may judge otherwise.</param>
/// <param name="press">The engine's own container.</param>
internal sealed class EngineWorker(string engine, IStore press)
{
    /// <summary>After so many deaths a version is not read any more. One may be chance: a machine is switched off at any time.</summary>
    public const int MaxDeaths = 2;

    // Random, so that no two workers have the same; it is in no receipt that is finished, nor in anything public.
    // In a mark: whoever read has ended and lives.
    private const string Nobody = "-";

    private readonly string _id = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public string Engine => engine;

    /// <summary>How many workers other than this one began to read a version and did not end.</summary>
    public int DeathsOf(Receipt? receipt, string etag) =>
        receipt is { State: ReceiptState.Reading, Reading: { } mark } && receipt.ETag == etag ? DeathsOf(mark) : 0;

    /// <inheritdoc cref="DeathsOf(Receipt?, string)"/>
    public int DeathsOf(ReadingMark mark) => mark.By == _id || mark.By == Nobody ? mark.Deaths : mark.Deaths + 1;

    /// <summary>Whether the receipt says already that this worker reads the version.</summary>
    public bool IsReading(Receipt? receipt, string etag) =>
        receipt is { State: ReceiptState.Reading, Reading: { } mark } && receipt.ETag == etag && mark.By == _id;

    /// <summary>Whether it is this worker that reads.</summary>
    public bool IsOwn(ReadingMark mark) => mark.By == _id;

    /// <summary>The word that this worker reads.</summary>
    public ReadingMark Mark(int deaths) => new(_id, deaths);

    /// <summary>A receipt that says so. All else in it stays, above all the last good version.</summary>
    public Receipt MarkOf(StoredItem item, Receipt? before, int deaths) =>
        (before ?? new Receipt { Source = item.Name, ETag = item.ETag, Engine = engine, State = ReceiptState.Reading }) with
        {
            ETag = item.ETag,
            State = ReceiptState.Reading,
            Reading = Mark(deaths),
        };

    /// <summary>The same receipt when reading ended in a way that nobody has thought of: as if its worker had died.</summary>
    public static Receipt Died(Receipt mark) => mark with { Reading = mark.Reading! with { By = "" } };

    /// <summary>The same receipt when its worker gives up in good order.</summary>
    public static Receipt TakenBack(Receipt mark) => mark with { Reading = mark.Reading! with { By = Nobody } };

    /// <summary>Waits for nobody: of all versions that a worker may have died of one is read at a time.</summary>
    /// <exception cref="StoreException">Another one is being read.</exception>
    public async Task<IStoreLock> ReadAloneAsync(string source, CancellationToken cancellationToken) =>
        await press.TryLockAsync(EngineItems.ReadingLock, cancellationToken)
        ?? throw new StoreException(source, $"'{source}' may be what a worker died of, and such sources are read one at a time. Try again later.", cause: null) { IsOfItem = true };
}

/// <summary>Word that a source is being read.</summary>
/// <param name="By">The worker that reads it; empty for one that is known to have failed, <c>-</c> for nobody.</param>
/// <param name="Deaths">How many others did not end before it.</param>
public sealed record ReadingMark(string By, int Deaths);
