using System.Diagnostics;
using System.Globalization;
using Press;
using Press.Benchmarks;
using Press.Storage;

// Builds a site of generated posts, everything switched on, and prints what it cost this process.
// dotnet run -c Release --project tests/Press.Benchmarks -- 1000
var count = args is [var written] ? int.Parse(written, CultureInfo.InvariantCulture) : 1000;
var parent = Directory.CreateTempSubdirectory("press-");
try
{
    var generator = new PostGenerator();
    var posts = Directory.CreateDirectory(Path.Combine(parent.FullName, "_posts")).FullName;
    for (var i = 0; i < count; i++)
        await File.WriteAllTextAsync(Path.Combine(posts, string.Create(CultureInfo.InvariantCulture, $"{2010 + (i % 15)}-{1 + (i % 12):00}-{1 + (i % 28):00}-post-{i}.md")), generator.Post(i));

    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var userBefore = process.UserProcessorTime;
    var clock = Stopwatch.StartNew();

    var local = new LocalSite(new SourceInventory(new FolderStore(parent.FullName)), new FolderStore(Path.Combine(parent.FullName, ".press")), TimeProvider.System);
    var site = await local.ReadAsync(progress: null, CancellationToken.None);
    var read = clock.Elapsed;
    var summary = await local.WriteAsync(site, new FolderStore(Path.Combine(parent.FullName, "_site")), "list.json", progress: null, CancellationToken.None);
    var all = clock.Elapsed;

    process.Refresh();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{count:N0} posts, {summary.Written:N0} files: CPU {(process.TotalProcessorTime - before).TotalSeconds:0.00} s (user {(process.UserProcessorTime - userBefore).TotalSeconds:0.00}), "
        + $"wall {all.TotalSeconds:0.00} s (read {read.TotalSeconds:0.00}, write {(all - read).TotalSeconds:0.00}), peak {process.PeakWorkingSet64 / 1048576:N0} MB, {summary.Diagnostics.Length:N0} diagnostics"));
}
finally
{
    parent.Delete(recursive: true);
}
