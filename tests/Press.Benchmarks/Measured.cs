using System.Diagnostics;
using System.Globalization;

namespace Press.Benchmarks;

/// <summary>Runs something, and prints what it cost this process.</summary>
internal static class Measured
{
    /// <param name="what">The row's name.</param>
    /// <param name="posts">How many posts the site has.</param>
    /// <param name="run">What is measured; it returns what stands in the last column.</param>
    /// <param name="times">How often it runs: the row has what it costs once.</param>
    public static async Task RunAsync(string what, int posts, Func<Task<string>> run, int times = 1)
    {
        using var process = Process.GetCurrentProcess();
        // What others left is not this one's.
        GC.Collect();
        process.Refresh();
        var (all, user, started) = (process.TotalProcessorTime, process.UserProcessorTime, Stopwatch.GetTimestamp());
        var besides = "";
        for (var i = 0; i < times; i++)
            besides = await run();
        var wall = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {posts:N0} | {(process.TotalProcessorTime - all).TotalMilliseconds / times:N0} | "
                + $"{(process.UserProcessorTime - user).TotalMilliseconds / times:N0} | "
                + $"{wall.TotalMilliseconds / times:N0} | {besides} |"));
    }
}
