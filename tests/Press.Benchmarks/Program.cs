using System.Globalization;
using Press.Benchmarks;

// What Press costs on this machine, as rows of a table; README.md beside this file has the commands, and what they printed.
var benchmarks = new Dictionary<string, Func<int, Task>>(StringComparer.Ordinal)
{
    ["build"] = FolderBenchmark.RunAsync,
    ["engine"] = EngineBenchmark.RunAsync,
    ["index"] = IndexBenchmark.RunAsync,
    ["load"] = LoadBenchmark.RunAsync,
    ["http"] = HttpBenchmark.RunAsync,
};
if (args is ["stages"])
{
    await StageBenchmarks.RunAsync();
    return 0;
}

if (args is not [var what, var number] || !benchmarks.TryGetValue(what, out var run)
    || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var posts) || posts < 1)
{
    Console.Error.WriteLine($"Write one of {string.Join(", ", benchmarks.Keys)} and the number of posts, or stages.");
    return 2;
}

if (what is not "http")
{
    Console.WriteLine("| what | posts | CPU ms | of it user | wall ms | besides |");
    Console.WriteLine("| --- | --: | --: | --: | --: | --- |");
}

await run(posts);
return 0;
