using System.Globalization;

namespace Press.Tests.Engine;

/// <summary>
/// The engine converges: whatever order, duplicates, crashes and faults came before, the site is what a build from nothing would make of
/// the same sources. Thousands of random courses of things, each of which its seed repeats.
/// </summary>
public sealed class ConvergenceTests(ITestOutputHelper output)
{
    // For a longer search, or one elsewhere: PRESS_TEST_SCHEDULES and PRESS_TEST_SEED.
    private static readonly int Schedules = Number("PRESS_TEST_SCHEDULES", 1_500);
    private static readonly int FirstSeed = Number("PRESS_TEST_SEED", 0);

    [Fact]
    public async Task After_one_sweep_the_site_is_as_if_made_from_nothing() => await RunAsync(sweepFollows: true);

    [Fact]
    public async Task Without_a_lost_event_no_sweep_is_needed() => await RunAsync(sweepFollows: false);

    [Theory]
    [InlineData(nameof(Sabotage.NoMark), false)]
    [InlineData(nameof(Sabotage.NoSecondRead), false)]
    [InlineData(nameof(Sabotage.OldPathForgotten), true)]
    [InlineData(nameof(Sabotage.LeaseIgnored), true)]
    [InlineData(nameof(Sabotage.PageAfterReceipt), true)]
    public async Task A_broken_engine_is_found_out(string sabotage, bool sweepFollows)
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            try
            {
                await new Schedule(seed, Enum.Parse<Sabotage>(sabotage), sweepFollows).RunAsync();
            }
            catch (BrokenPromiseException found)
            {
                output.WriteLine($"{sabotage} is found out by seed {seed.ToString(CultureInfo.InvariantCulture)}: {found.Message}");
                return;
            }
        }

        Assert.Fail($"{sabotage} is not found out by {Schedules} schedules.");
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;

    private static async Task RunAsync(bool sweepFollows) =>
        await Parallel.ForAsync(FirstSeed, FirstSeed + Schedules, TestContext.Current.CancellationToken, async (seed, _) =>
        {
            try
            {
                await new Schedule(seed, Sabotage.None, sweepFollows).RunAsync();
            }
            catch (Exception broken)
            {
                throw new InvalidOperationException($"Seed {seed.ToString(CultureInfo.InvariantCulture)}: {broken.Message}", broken);
            }
        });
}
