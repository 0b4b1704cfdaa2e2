using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Press.Http;

namespace Press.Benchmarks;

/// <summary>
/// What the index API answers in process: from the request to the bytes, each question asked for the first time, then again. Each is
/// asked three times as if it were new, and the least counts: what else the machine does meanwhile is no cost of the question.
/// </summary>
internal sealed class IndexBenchmark(Catalog catalog) : ICatalogReader
{
    private const int Rounds = 500;

    private static readonly (string What, string Query)[] Questions =
    [
        ("newest", "page={0}"),
        ("oldest", "sort=date&page={0}"),
        ("by title", "sort=title&page={0}"),
        ("by title, last page", "sort=-title&lang=ko&page={0}"),
        ("last updated", "sort=-updated&featured=false&page={0}"),
        ("one tag", "tag=topic-{0}"),
        ("tags joined by AND and OR", "tag=topic-0,topic-1&tag=topic-2&lang=ko"),
        ("featured", "featured=true&page={0}"),
        ("language, category, not featured", "lang=en&category=notes&featured=false&page={0}"),
        ("between two days", "from=2014-02-03&to=2022-11-05&lang=ko&page={0}"),
        ("a hundred posts a page", "pageSize=100&page={0}"),
        ("some fields", "fields=title,url&page={0}"),
    ];

    public Catalog? Fresh => catalog;

    public static async Task RunAsync(int posts)
    {
        var benchmark = new IndexBenchmark(GeneratedCatalog.Of(posts));
        await Measured.RunAsync("the index, sorted in every order", posts, () =>
        {
            benchmark.Fresh!.Prepare();
            return Task.FromResult("");
        });
        Console.WriteLine();
        Console.WriteLine("| question | posts | median us | p99 us | asked again: median us |");
        Console.WriteLine("| --- | --: | --: | --: | --: |");
        foreach (var (what, query) in Questions)
            await benchmark.AskAsync(what, query);
    }

    public ValueTask<CatalogReading> GetCatalogAsync(CancellationToken cancellationToken) => new(new CatalogReading(catalog));

    /// <summary>No question has a text: those are answered from the index of words, which is no part of the catalog.</summary>
    public ValueTask<IReadOnlySet<string>?> FindTextAsync(
        Catalog catalog, string text, string? language, CancellationToken cancellationToken) =>
        new(result: null);

    public ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) => new("");

    private async Task AskAsync(string what, string query)
    {
        var api = new IndexApi(this);
        // What is compiled at the first question is no cost of a question.
        for (var i = 0; i < Rounds; i++)
            await AnswerAsync(api, query, -i);
        var (first, again) = (new List<double>(), new List<double>());
        for (var i = 0; i < Rounds; i++)
        {
            first.Add(await LeastAsync(api, query, i));
            again.Add(await AnswerAsync(api, query, i));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {catalog.Entries.Length:N0} | {At(first, 0.5):N0} | {At(first, 0.99):N0} | {At(again, 0.5):N1} |"));
    }

    private static async Task<double> LeastAsync(IndexApi api, string query, int round)
    {
        var least = double.MaxValue;
        foreach (var asNew in (int[])[round + (2 * Rounds), round + (4 * Rounds), round])
            least = Math.Min(least, await AnswerAsync(api, query, asNew));
        return least;
    }

    private static async Task<double> AnswerAsync(IndexApi api, string query, int round)
    {
        // Another question each time: of a page, or of a tag, or by what the API passes over.
        var asked = string.Format(CultureInfo.InvariantCulture, query, 1 + (Math.Abs(round) % 50));
        var context = new DefaultHttpContext
        {
            Request = { Method = HttpMethods.Get, Path = "/api/posts", QueryString = new($"?{asked}&utm_source={round}") },
        };
        var began = Stopwatch.GetTimestamp();
        await api.ListPostsAsync(context);
        var microseconds = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        return context.Response.StatusCode == StatusCodes.Status200OK ? microseconds : throw new InvalidOperationException(asked);
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));
}
