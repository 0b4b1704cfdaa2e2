using System.Diagnostics;
using System.Globalization;
using Press.Storage;

namespace Press.Benchmarks;

/// <summary>
/// A site in a folder: built, built again, and served. Each row has a <see cref="LocalSite"/> of its own, as a new program would.
/// </summary>
internal sealed class FolderBenchmark(string folder, int posts)
{
    private const string List = "builds/list.json";

    public static async Task RunAsync(int posts)
    {
        var parent = Directory.CreateTempSubdirectory("press-");
        try
        {
            var names = Directory.CreateDirectory(Path.Combine(parent.FullName, "_posts")).FullName;
            var generator = new PostGenerator();
            for (var i = 0; i < posts; i++)
                await File.WriteAllTextAsync(Path.Combine(names, NameOf(i)), generator.Post(i));
            await new FolderBenchmark(parent.FullName, posts).RunAsync();
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    /// <summary>The name of post i.</summary>
    public static string NameOf(int i) =>
        string.Create(CultureInfo.InvariantCulture, $"{2010 + (i % 15)}-{1 + (i % 12):00}-{1 + (i % 28):00}-post-{i}.md");

    private async Task RunAsync()
    {
        await Measured.RunAsync("build", posts, BuildAsync);
        await Measured.RunAsync("build again, nothing changed", posts, BuildAsync);
        await EditAsync("once");
        await Measured.RunAsync("build again, one post edited", posts, BuildAsync);

        var served = Open();
        await Measured.RunAsync("serve: plan, and the first page", posts, () => ShowAsync(served));
        await EditAsync("twice");
        await Measured.RunAsync("serve: an edit until its page is there", posts, () => ShowAsync(served));
    }

    private async Task<string> BuildAsync()
    {
        var local = Open();
        var target = new FolderStore(Path.Combine(folder, "_site"));
        var summary = await local.FindUnchangedAsync(target, List, CancellationToken.None)
            ?? await local.WriteAsync(
                await local.ReadAsync(progress: null, CancellationToken.None), target, List, progress: null, CancellationToken.None);
        using var process = Process.GetCurrentProcess();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Written:N0} written, {summary.Unchanged:N0} unchanged, "
                + $"{summary.Diagnostics.Length:N0} diagnostics, peak {process.PeakWorkingSet64 / 1048576:N0} MB");
    }

    private static async Task<string> ShowAsync(LocalSite local)
    {
        var site = await local.ReadAsync(progress: null, CancellationToken.None);
        var name = site.FileNames.First(file => site.SourceOf(file)?.EndsWith("-post-0.md", StringComparison.Ordinal) == true);
        var page = await local.RenderAsync(site, name, CancellationToken.None);
        return string.Create(CultureInfo.InvariantCulture, $"{page!.Content.Bytes.Length:N0} bytes");
    }

    private LocalSite Open() =>
        new(new SourceInventory(new FolderStore(folder), "_site/"), new FolderStore(Path.Combine(folder, ".press")), TimeProvider.System);

    private Task EditAsync(string word) => File.AppendAllTextAsync(Path.Combine(folder, "_posts", NameOf(0)), $"\nEdited {word}.\n");
}
