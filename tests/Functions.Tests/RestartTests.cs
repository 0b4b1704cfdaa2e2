using System.Globalization;

namespace Press.Functions.Tests;

/// <summary>A worker that ends in the middle of its work loses nothing: what was not done is delivered again.</summary>
public sealed class RestartTests(AzuriteAccounts accounts, ITestOutputHelper output)
{
    private const int Burst = 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_worker_that_ends_during_a_burst_loses_nothing(bool isAsked)
    {
        await using var site = await RunningSite.StartAsync(accounts);
        for (var number = 1; number <= Burst; number++)
        {
            await site.UploadAsync(NameOf(number), $"---\ntags: [t{number % 3}]\n---\nText {number}.\n");
            await site.Changes.SendAsync(ChangesQueue.Event("BlobCreated", "posts", NameOf(number)));
        }

        var delivery = site.Changes.DeliverAsync(site.Host);
        await site.Storage.WaitForAsync(request => request.StartsWith("PUT press/receipts/", StringComparison.Ordinal), Cancellation);
        if (isAsked)
            await site.Host.Worker.TerminateAsync();
        else
            site.Host.Worker.Kill();
        var ended = await delivery;
        await site.Host.Worker.WaitForExitAsync(Cancellation);
        var cutOff = ended.Count(invocation => invocation is not { Succeeded: true });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cutOff} of {ended.Count} invocations did not end"));
        Assert.Equal(Burst, ended.Count);
        Assert.InRange(cutOff, 1, Burst);
        // The lease of the builder that was killed: nobody else could build for a minute.
        await site.ReleaseLocksAsync();

        await site.StartAppAsync();
        // What a worker may have died of is read one at a time: the others wait for their turn, and none has to come a third time.
        var again = await site.Changes.DeliverAsync(site.Host);
        Assert.Equal(cutOff, again.Count);
        Assert.All(again, invocation => Assert.True(invocation?.Succeeded));
        Assert.Equal(0, await site.Changes.CountAsync());
        Assert.Empty(await site.Changes.PoisonedAsync());
        Assert.True((await site.Host.SweepAsync(Cancellation)).Succeeded);

        await site.AssertAsBuiltFromNothingAsync();
        using var index = await site.Client.GetAsync("/api/posts", Cancellation);
        Assert.Contains($"\"total\":{Burst}", await index.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"2025-01-{number:00}-post{number}.md");
}
