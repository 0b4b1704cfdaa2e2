using System.Collections.Concurrent;
using Press.Testing;

namespace Press.Storage.Tests;

/// <summary>A burst of uploads while the network and the storage fail for real; and the site after it.</summary>
public sealed class RealFaultTests(AzuriteFixture fixture, ITestOutputHelper output)
{
    private const int Posts = 30;
    private const int Workers = 6;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_network_that_cuts_delays_and_truncates_leaves_the_site_as_if_nothing_had_been()
    {
        var azurite = fixture.Azurite;
        var (random, gate, fates) = (new Random(1), new Lock(), new ConcurrentDictionary<NetworkFate, int>());
        var isCalm = false;
        await using var proxy = new FaultyProxy(azurite.Address, _ =>
        {
            lock (gate)
            {
                var fate = isCalm || random.Next(8) > 0 ? NetworkFate.Passes : (NetworkFate)random.Next(1, 5);
                fates.AddOrUpdate(fate, 1, (_, count) => count + 1);
                return fate;
            }
        });
        var site = await FaultySite.CreateAsync(azurite.ConnectionString, azurite.Address, proxy.Address, fixture.NewName());
        await site.BurstAsync(Posts, Workers, Cancellation);
        lock (gate)
            isCalm = true;
        await site.SettleAsync(Cancellation);

        output.WriteLine(
            $"{site.Failures} calls failed; "
                + $"{string.Join(", ", fates.OrderBy(fate => fate.Key).Select(fate => $"{fate.Key}: {fate.Value}"))}");
        Assert.All(Enum.GetValues<NetworkFate>(), fate => Assert.True(fates.ContainsKey(fate), $"{fate}"));
        await site.CompareAsync(Cancellation);
    }

    [Fact]
    public async Task A_storage_that_goes_away_in_a_burst_and_comes_back_is_made_good_by_a_sweep()
    {
        var folder = Directory.CreateTempSubdirectory("press-azurite-");
        try
        {
            await using var azurite = await DurableAzurite.StartAsync(folder.FullName, Cancellation);
            var isGone = false;
            // What it did last it did, and nobody hears of it.
            await using var proxy = new FaultyProxy(
                azurite.Address, _ => Volatile.Read(ref isGone) ? NetworkFate.CutAfter : NetworkFate.Passes);
            var connection = fixture.Azurite.ConnectionString.Replace(
                fixture.Azurite.Address.ToString(), azurite.Address.ToString(), StringComparison.Ordinal);
            var site = await FaultySite.CreateAsync(connection, azurite.Address, proxy.Address, "gone");
            var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            site.Published += count =>
            {
                if (count == Posts / 2)
                    half.TrySetResult();
            };
            var burst = site.BurstAsync(Posts, Workers, Cancellation);
            await half.Task.WaitAsync(Cancellation);
            Volatile.Write(ref isGone, true);
            await azurite.StopAsync();
            // Whoever asks now is refused, and asks again.
            await site.FailedAsync(Cancellation);
            await azurite.StartAgainAsync(Cancellation);
            Volatile.Write(ref isGone, false);
            await burst;
            await site.SettleAsync(Cancellation);
            output.WriteLine($"{site.Failures} calls failed");
            await site.CompareAsync(Cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
