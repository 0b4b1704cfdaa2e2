using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Press.Http;

namespace Press.Benchmarks;

/// <summary>The index API over HTTP beside an endpoint that does nothing but send the same bytes, under <c>wrk</c>, by turns.</summary>
internal static partial class HttpBenchmark
{
    private const int Rounds = 3;

    public static async Task RunAsync(int posts)
    {
        var catalog = GeneratedCatalog.Of(posts);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.MapIndexApi(new IndexApi(new IndexBenchmark(catalog)));
        byte[] bytes = [];
        app.MapGet("/bare", (HttpContext context) =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, CancellationToken.None).AsTask();
        });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Console.WriteLine("| request | posts | bytes | requests/s | bare: requests/s | of it |");
        Console.WriteLine("| --- | --: | --: | --: | --: | --: |");
        foreach (var path in (ReadOnlySpan<string>)["/api/posts", "/api/posts?featured=true&tag=topic-0", "/api/tags"])
        {
            bytes = client.GetByteArrayAsync(new Uri(path, UriKind.Relative)).GetAwaiter().GetResult();
            double api = 0, bare = 0;
            for (var round = 0; round < Rounds; round++)
            {
                api = Math.Max(api, Ask(new Uri(client.BaseAddress, path)));
                bare = Math.Max(bare, Ask(new Uri(client.BaseAddress, "/bare")));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {path} | {posts:N0} | {bytes.Length:N0} | {api:N0} | {bare:N0} | {api / bare:0.00} |"));
        }
    }

    private static double Ask(Uri url)
    {
        var start = new ProcessStartInfo("wrk", ["-t", "1", "-c", "16", "-d", "4s", url.ToString()]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var printed = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return double.Parse(PerSecond().Match(printed).Groups["number"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Requests/sec:\s*(?<number>[0-9.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PerSecond();
}
