using System.Security.Cryptography;

namespace Press;

/// <summary>
/// An engine in its process, as others know it. A receipt says who reads a source before it is read: one that stays so is what a worker
/// left that died of it.
/// </summary>
/// <param name="engine">What judges: another version of it may judge otherwise.</param>
/// <param name="press">The engine's own container.</param>
/// <param name="clock">Paces the waiting for others.</param>
internal sealed class EngineWorker(string engine, IStore press, TimeProvider clock)
{
    /// <summary>After so many deaths a version is not read any more. One may be chance: a machine is switched off at any time.</summary>
    public const int MaxDeaths = 2;

    // In a mark: whoever read has ended and lives.
    private const string Nobody = "-";

    private readonly SoleReading _alone = new(press, clock);

    // Random, so that no two workers have the same; it is in no receipt that is finished, nor in anything public.
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

    /// <inheritdoc cref="SoleReading.BeginAsync"/>
    public Task<IStoreLock> ReadAloneAsync(string source, CancellationToken cancellationToken) =>
        _alone.BeginAsync(source, cancellationToken);
}

/// <summary>Word that a source is being read.</summary>
/// <param name="By">The worker that reads it; empty for one that is known to have failed, <c>-</c> for nobody.</param>
/// <param name="Deaths">How many others did not end before it.</param>
public sealed record ReadingMark(string By, int Deaths);
