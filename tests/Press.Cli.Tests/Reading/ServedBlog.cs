using Press.Storage;

namespace Press.Cli.Tests.Reading;

/// <summary>
/// The sample blog as <c>press serve</c> serves it, with what the sample lacks: listings of several pages, and a post that has moved.
/// </summary>
public sealed class ServedBlog : IAsyncLifetime
{
    /// <summary>The old path of <c>/hello-press.html</c>.</summary>
    public const string MovedPath = "/old/hello.html";

    private readonly SiteCopy _site = new();
    private readonly CancellationTokenSource _ctrlC = new();
    private PressRun _run = null!;

    /// <summary>Where it is served.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await File.AppendAllTextAsync(_site.PathOf("_config.yml"), "\npaginate: 3\n", TestContext.Current.CancellationToken);
        await EditAsync("_posts/2025-01-06-hello-press.md", "featured: true\n", $"featured: true\nredirect_from: {MovedPath}\n");
        _run = PressRun.Start(_ctrlC.Token, "serve", _site.Folder, "--port", "0");
        var line = await _run.LineAsync("Serving");
        Address = new Uri(line.Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal)));
    }

    public async ValueTask DisposeAsync()
    {
        await _ctrlC.CancelAsync();
        await _run.ExitCode;
        _ctrlC.Dispose();
        _site.Dispose();
    }

    /// <summary>The paths of all its pages, ordered.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync()
    {
        var local = new LocalSite(new SourceInventory(new FolderStore(_site.Folder)), state: null, TimeProvider.System);
        var site = await local.ReadAsync(progress: null, TestContext.Current.CancellationToken);
        return [.. site.FileNames.Where(name => MediaTypes.Of(name) == MediaTypes.Html).Select(name => "/" + name)];
    }

    private async Task EditAsync(string name, string old, string @new)
    {
        var text = await File.ReadAllTextAsync(_site.PathOf(name), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            _site.PathOf(name), text.Replace(old, @new, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
