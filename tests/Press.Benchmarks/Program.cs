using System.Globalization;
using Press.Benchmarks;

// What Press costs on this machine, as rows of a table.
// dotnet run -c Release --project tests/Press.Benchmarks -- build 1000
// dotnet run -c Release --project tests/Press.Benchmarks -- engine 1000
if (args is not [("build" or "engine") and var what, var number] || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var posts) || posts < 1)
{
    Console.Error.WriteLine("Write 'build N' or 'engine N', with the number of posts.");
    return 2;
}

Console.WriteLine("| what | posts | CPU ms | of it user | wall ms | besides |");
Console.WriteLine("| --- | --: | --: | --: | --: | --- |");
await (what is "build" ? FolderBenchmark.RunAsync(posts) : EngineBenchmark.RunAsync(posts));
return 0;
