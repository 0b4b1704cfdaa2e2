using System.Globalization;

namespace Press.Tests.Engine;

/// <summary>
/// The engine converges: whatever order, duplicates, crashes and faults came before, the site is what a build from nothing would make of
/// the same sources. Thousands of random courses of things, each of which its seed repeats.
/// </summary>
/// <remarks>
/// For a longer search, or one elsewhere, <c>PRESS_TEST_SCHEDULES</c> says how many schedules of each kind, <c>PRESS_TEST_SEED</c> from
/// which
/// seed on: <c>PRESS_TEST_SCHEDULES=100000 tests/Press.Tests/bin/Debug/net10.0/Press.Tests -method "*sweep*"</c>.
/// </remarks>
public sealed class ConvergenceTests(ITestOutputHelper output)
{
    // Of each of the two kinds.
    private static readonly int Schedules = Number("PRESS_TEST_SCHEDULES", 1_500);
    private static readonly int FirstSeed = Number("PRESS_TEST_SEED", 0);

    /// <summary>Each way to break the engine, and whether it is sought in schedules after which a sweep follows.</summary>
    public static TheoryData<string, bool> Sabotages => new()
    {
        { nameof(Sabotage.NoMark), false },
        { nameof(Sabotage.NoMarkAtAll), false },
        { nameof(Sabotage.NoSecondRead), false },
        { nameof(Sabotage.OldPathForgotten), true },
        { nameof(Sabotage.LeaseIgnored), true },
        { nameof(Sabotage.PageAfterReceipt), true },
        { nameof(Sabotage.ReceiptWrittenBlindly), true },
        { nameof(Sabotage.PublicWrittenBlindly), true },
        { nameof(Sabotage.ManifestWrittenBlindly), true },
        { nameof(Sabotage.PartsNotWritten), true },
        { nameof(Sabotage.ReceiptDeletedBlindly), true },
        { nameof(Sabotage.MarkDeletedBlindly), false },
        { nameof(Sabotage.ReceiptsKept), true },
        { nameof(Sabotage.ListingKept), true },
        { nameof(Sabotage.DeleteUnseen), true },
        { nameof(Sabotage.SourceETagIgnored), true },
        { nameof(Sabotage.SweepBlind), true },
        { nameof(Sabotage.DraftPublished), true },
        { nameof(Sabotage.FuturePublished), true },
        { nameof(Sabotage.LastGoodForgotten), true },
        { nameof(Sabotage.FileWrittenInHalves), true },
        { nameof(Sabotage.SetAsideTooEarly), true },
        { nameof(Sabotage.ReadingTakenForDone), false },
    };

    [Fact]
    public async Task After_one_sweep_the_site_is_as_if_made_from_nothing() => await RunAsync(sweepFollows: true);

    [Fact]
    public async Task Without_a_lost_event_no_sweep_is_needed() => await RunAsync(sweepFollows: false);

    [Theory]
    [MemberData(nameof(Sabotages))]
    public async Task A_broken_engine_is_found_out(string sabotage, bool sweepFollows)
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            if (await FailedSchedule.FindAsync(new Choices(seed), Enum.Parse<Sabotage>(sabotage), sweepFollows) is { } found)
            {
                output.WriteLine($"{sabotage} is found out by seed {seed.ToString(CultureInfo.InvariantCulture)}: {found.Message}");
                return;
            }
        }

        Assert.Fail($"{sabotage} is not found out by {Schedules} schedules.");
    }

    [Fact]
    public void Every_way_to_break_the_engine_is_tried() =>
        Assert.Equal(Enum.GetNames<Sabotage>().Except([nameof(Sabotage.None)]), Sabotages.Select(row => row.Data.Item1));

    [Fact]
    public async Task A_schedule_that_fails_is_shown_as_a_shorter_one_that_fails_too()
    {
        FailedSchedule? found = null;
        for (var seed = 0; found is null; seed++)
            found = await FailedSchedule.FindAsync(new Choices(seed), Sabotage.OldPathForgotten, sweepFollows: true);

        var shrunk = await found.ShrinkAsync(Sabotage.OldPathForgotten, sweepFollows: true);
        output.WriteLine($"{found.Trace.Count} steps before, {shrunk.Trace.Count} after:\n{shrunk}");
        Assert.InRange(shrunk.Trace.Count, 1, found.Trace.Count - 1);
        Assert.Equal(
            shrunk.Trace,
            (await FailedSchedule.FindAsync(new Choices(shrunk.Numbers, seed: 0), Sabotage.OldPathForgotten, sweepFollows: true))!.Trace);
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;

    private static async Task RunAsync(bool sweepFollows) =>
        await Parallel.ForAsync(FirstSeed, FirstSeed + Schedules, TestContext.Current.CancellationToken, async (seed, _) =>
        {
            if (await FailedSchedule.FindAsync(new Choices(seed), Sabotage.None, sweepFollows) is { } found)
                Assert.Fail(
                    $"Seed {seed.ToString(CultureInfo.InvariantCulture)}, made as short as it fails: "
                        + $"{await found.ShrinkAsync(Sabotage.None, sweepFollows)}");
        });
}
