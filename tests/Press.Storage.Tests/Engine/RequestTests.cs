using System.Globalization;

namespace Press.Storage.Tests;

/// <summary>What publishing costs in requests to the storage, counted on their way out.</summary>
public sealed class RequestTests(AzuriteFixture fixture, ITestOutputHelper output) : IAsyncLifetime
{
    private AzuriteSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _site = await AzuriteSite.CreateAsync(fixture);

    public ValueTask DisposeAsync()
    {
        _site?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_burst_of_200_uploads_by_16_workers_costs_few_builds_and_few_requests()
    {
        const int Posts = 200;
        var names = Enumerable.Range(0, Posts).Select(NameOf).ToList();
        await Parallel.ForEachAsync(
            names, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (name, cancellationToken) =>
        {
            await _site.UploadAsync(name, TextOf(name));
            // Each on an instance of its own, which knows nothing of the others.
            await new PublishingEngine(_site.Stores, _site.Clock).PublishAsync(name, cancellationToken);
        });

        var requests = _site.Requests.Take();
        var receipts = await ReceiptFolder.OfPosts(_site.Stores.Press).ListAsync(Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Posts, receipts.Count(receipt => receipt.State == ReceiptState.Published));
        Assert.Equal(100, (await _site.QueryAsync("?pageSize=100")).Count);
        Assert.Equal(100, (await _site.QueryAsync("?pageSize=100&page=2")).Count);

        var builds = requests.Count(request => request.StartsWith("PUT press/manifest.json 201", StringComparison.Ordinal));
        // A page is made again when a neighbour comes: its receipt is read and it is written, for the build and not for an upload.
        var madeAgain = requests.Count(request => request.StartsWith("PUT public/post", StringComparison.Ordinal)) - Posts;
        // A receipt is read once for its post; a build that looks at it again does so for itself.
        var readAgain = requests.Count(request => request.StartsWith("GET press/receipts/", StringComparison.Ordinal)) - Posts;
        var own = requests.Count(IsOfPosts) - madeAgain - readAgain;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Posts} posts: {builds} catalogs written, {requests.Count} requests, "
                + $"{(double)own / Posts:0.00} for each post; the rest for the builds, which made {madeAgain} pages again"));
        Tell(requests);
        Assert.InRange(builds, 1, 40);
        Assert.InRange((double)own / Posts, 0, 8);
    }

    /// <summary>Of 100 posts; of as many as <c>PRESS_TEST_POSTS</c> says, if it is set (5,000 take a minute).</summary>
    [Fact]
    public async Task One_build_costs_the_same_however_many_posts_there_are()
    {
        var posts = int.Parse(Environment.GetEnvironmentVariable("PRESS_TEST_POSTS") ?? "100", CultureInfo.InvariantCulture);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, posts).Select(NameOf),
            new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation },
            async (name, _) => await _site.UploadAsync(name, TextOf(name)));
        await _site.Engine.SweepAsync(Cancellation);

        var warm = ("a warm instance", _site.Engine);
        var justStarted = ("an instance that has just started", new PublishingEngine(_site.Stores, _site.Clock));
        foreach (var (what, engine) in new[] { warm, justStarted })
        {
            await _site.UploadAsync(NameOf(posts / 2), $"---\ntags: [a]\n---\nAnother text for {what}.\n");
            _site.Requests.Take();
            await engine.PublishAsync(NameOf(posts / 2), Cancellation);
            var requests = _site.Requests.Take();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"An edit among {posts:N0} posts by {what}: {requests.Count} requests, {requests.Count(IsOfPosts)} for the post itself"));
            Tell(requests);
            // An instance that has just started reads each part of the state once, and the words that it kept for the search.
            Assert.InRange(
                requests.Count(request =>
                    !request.StartsWith("GET press/parts/", StringComparison.Ordinal)
                    && !request.StartsWith("GET press/words/", StringComparison.Ordinal)),
                1,
                30);
        }
    }

    [Fact]
    public async Task A_sweep_that_finds_nothing_costs_a_listing_of_each_container_and_a_build()
    {
        await _site.PublishAsync(NameOf(1), "text");
        await _site.Engine.SweepAsync(Cancellation);
        _site.Requests.Take();
        await _site.Engine.SweepAsync(Cancellation);
        var requests = _site.Requests.Take();
        Tell(requests);
        Assert.InRange(requests.Count, 1, 12);
    }

    /// <summary>Taking a post in, its page and its receipt; what a build costs however many posts it is for is apart.</summary>
    private static bool IsOfPosts(string request) =>
        request.Contains(" posts/", StringComparison.Ordinal)
        || request.Contains(" press/receipts/", StringComparison.Ordinal)
        || (request.Contains(" public/", StringComparison.Ordinal) && request.Contains("post", StringComparison.Ordinal))
        || request.StartsWith("PUT press/marks/receipts/", StringComparison.Ordinal)
        || request == "PUT press/.locks/build?lease 409";

    private void Tell(IEnumerable<string> requests)
    {
        var groups = requests.CountBy(request => System.Text.RegularExpressions.Regex.Replace(request, "[0-9-]*post[0-9]+", "*"));
        foreach (var group in groups.OrderByDescending(group => group.Value))
            output.WriteLine($"{group.Value,6} {group.Key}");
    }

    private static string NameOf(int number) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{2000 + (number % 20)}-{1 + (number % 12):00}-{1 + (number % 28):00}-post{number}.md");

    private static string TextOf(string name) => $"---\ntags: [a]\n---\nText of {name}.\n";
}
