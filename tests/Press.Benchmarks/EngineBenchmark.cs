using System.Globalization;
using System.Text;
using Press.Testing;

namespace Press.Benchmarks;

/// <summary>The engine over stores in memory, so that the share of the storage's client is left out.</summary>
internal sealed class EngineBenchmark(int posts)
{
    // The runtime compiles what runs often once more: 30 calls of each method, and some time.
    private const int WarmUps = 30;
    private const int Repeats = 30;

    private readonly MemoryStore _posts = new();
    private readonly CountingStore[] _stores = [.. Enumerable.Range(0, 4).Select(_ => new CountingStore(new MemoryStore()))];

    private int _edited;
    private int _edits;

    public static Task RunAsync(int posts) => new EngineBenchmark(posts).RunAsync();

    private async Task RunAsync()
    {
        var generator = new PostGenerator();
        for (var i = 0; i < posts; i++)
            await UploadAsync(i, generator.Post(i));
        _stores[0] = new CountingStore(_posts);

        var engine = Open();
        await Measured.RunAsync("first sweep", posts, () => MeterAsync(() => engine.SweepAsync(CancellationToken.None)));
        await Measured.RunAsync("the first edit", posts, () => MeterAsync(() => EditAsync(generator, engine)));
        await Measured.RunAsync("the next edits", posts, () => MeterAsync(() => EditAsync(generator, engine)), WarmUps);
        await Measured.RunAsync("an edit on a warm instance", posts, () => MeterAsync(() => EditAsync(generator, engine)), Repeats);
        await Measured.RunAsync("idle sweep", posts, () => MeterAsync(() => engine.SweepAsync(CancellationToken.None)), Repeats);
        var cold = Open();
        await Measured.RunAsync("an edit on a cold instance", posts, () => MeterAsync(() => EditAsync(generator, cold)));

        // What authors edit most: it stands in nine feeds, and in the first pages of listings.
        await WriteAsync(_stores[1], SiteSettings.FileName, "url: https://example.com\n");
        await engine.SweepAsync(CancellationToken.None);
        _edited = Enumerable.Range(0, posts).MaxBy(FolderBenchmark.NameOf, StringComparer.Ordinal);
        await EditAsync(generator, engine);
        await Measured.RunAsync(
            "an edit of the newest post, with feeds", posts, () => MeterAsync(() => EditAsync(generator, engine)), Repeats);
    }

    private async Task EditAsync(PostGenerator generator, PublishingEngine engine)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{generator.Post(_edited)}\nEdited {++_edits}.\n");
        await engine.PublishAsync(await UploadAsync(_edited, text), CancellationToken.None);
    }

    private async Task<string> UploadAsync(int number, string text)
    {
        var name = FolderBenchmark.NameOf(number);
        await WriteAsync(_posts, name, text);
        return name;
    }

    private static Task<string?> WriteAsync(IStore store, string name, string text) => store.WriteAsync(
        name, new StoreContent(Encoding.UTF8.GetBytes(text), "text/plain"), WriteCondition.Always, CancellationToken.None);

    private PublishingEngine Open() => new(new SiteStores(_stores[0], _stores[1], _stores[2], _stores[3]), TimeProvider.System);

    private async Task<string> MeterAsync(Func<Task> run)
    {
        var (requests, state) = (_stores.Sum(store => store.Requests), _stores[3].WrittenBytes);
        await run();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_stores.Sum(store => store.Requests) - requests:N0} requests, {(_stores[3].WrittenBytes - state) / 1024.0:N0} KB of state");
    }
}
