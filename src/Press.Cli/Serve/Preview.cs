using Press.Http;

namespace Press.Cli.Serve;

/// <summary>The site as it is now, made in memory, and those who wait for the next one.</summary>
internal sealed class Preview(SourceInventory inventory, Publisher publisher) : ICatalogReader
{
    private volatile PreviewState _current = new(new Publisher(TimeProvider.System).Publish([]));
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PreviewState Current => _current;

    /// <summary>Makes the site again from what has changed. One caller at a time.</summary>
    /// <returns>Whether the site is another one now.</returns>
    public async Task<bool> RebuildAsync(CancellationToken cancellationToken)
    {
        var made = new PreviewState(publisher.Publish(await inventory.ReadAsync(progress: null, cancellationToken)));
        if (made.Version == _current.Version)
            return false;

        _current = made;
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return true;
    }

    /// <summary>The version now, and then each that follows, until it is cancelled.</summary>
    public async IAsyncEnumerable<string> VersionsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            // Taken before the version is read, so that no change is missed between the two.
            var next = _next.Task;
            yield return _current.Version;
            await next.WaitAsync(cancellationToken);
        }
    }

    public ValueTask<Catalog> GetCatalogAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_current.Publication.Catalog);

    public ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_current.Publication.Posts.GetValueOrDefault(entry.Path)?.Html);
}
