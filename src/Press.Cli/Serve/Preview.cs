using System.Runtime.CompilerServices;
using Press.Cli.Build;
using Press.Http;

namespace Press.Cli.Serve;

/// <summary>The site as it is now, made in memory, and those who wait for the next one.</summary>
internal sealed class Preview : ICatalogReader
{
    private readonly SourceInventory _inventory;
    private readonly Publisher _publisher;
    private volatile PreviewState _current;
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Preview(SourceInventory inventory, Publisher publisher, PreviewState first) =>
        (_inventory, _publisher, _current) = (inventory, publisher, first);

    /// <summary>Makes the site for the first time.</summary>
    public static async Task<Preview> MakeAsync(SourceInventory inventory, Publisher publisher, BuildProgress progress, CancellationToken cancellationToken) =>
        new(inventory, publisher, await MakeStateAsync(inventory, publisher, progress, cancellationToken));

    public PreviewState Current => _current;

    /// <summary>Makes the site again from what has changed. One caller at a time.</summary>
    /// <returns>Whether the site is another one now.</returns>
    public async Task<bool> RebuildAsync(CancellationToken cancellationToken)
    {
        var made = await MakeStateAsync(_inventory, _publisher, BuildProgress.Unseen, cancellationToken);
        if (made.Version == _current.Version)
            return false;

        _current = made;
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return true;
    }

    /// <summary>The version now, and then each that follows, until it is cancelled.</summary>
    public async IAsyncEnumerable<string> VersionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // Taken before the version is read, so that no change is missed between the two.
            var next = _next.Task;
            yield return _current.Version;
            await next.WaitAsync(cancellationToken);
        }
    }

    public ValueTask<CatalogReading> GetCatalogAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CatalogReading(_current.Publication.Catalog));

    public ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_current.Publication.Posts.GetValueOrDefault(entry.Path)?.Html);

    private static async Task<PreviewState> MakeStateAsync(SourceInventory inventory, Publisher publisher, BuildProgress progress, CancellationToken cancellationToken)
    {
        var sources = await inventory.ReadAsync(progress.Reading, cancellationToken);
        progress.ReadAll(sources.Count);
        await publisher.PrepareImagesAsync(sources, progress.Images, cancellationToken);
        progress.Rendering();
        return new PreviewState(publisher.Publish(sources), sources);
    }
}
