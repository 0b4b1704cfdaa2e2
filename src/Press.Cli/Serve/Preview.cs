using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Press.Cli.Build;
using Press.Http;

namespace Press.Cli.Serve;

/// <summary>The site as it is now, made in memory, and those who wait for the next one.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore has nothing to dispose of unless somebody asks for its wait handle.")]
internal sealed class Preview : ICatalogReader
{
    private readonly LocalSite _site;
    private readonly PostSearch _search;
    private readonly SemaphoreSlim _reading = new(1);
    private volatile PreviewState _current;
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Preview(LocalSite site, PreviewState first)
    {
        (_site, _current) = (site, first);
        _search = new PostSearch(async (name, cancellationToken) => (await RenderAsync(name, cancellationToken))?.Content.Bytes);
    }

    /// <summary>Plans the site for the first time.</summary>
    public static async Task<Preview> MakeAsync(LocalSite site, BuildProgress progress, CancellationToken cancellationToken) =>
        new(site, await ReadAsync(site, progress, cancellationToken));

    public PreviewState Current => _current;

    public Catalog? Fresh => Address is { } address ? _current.CatalogAt(address) : _current.Site.Catalog;

    /// <summary>Scheme, host and port at which it is served; null before it is.</summary>
    public string? Address { get; set; }

    /// <summary>Plans the site again from what has changed.</summary>
    /// <returns>Whether the site is another one now.</returns>
    public async Task<bool> RebuildAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            var made = await ReadAsync(_site, BuildProgress.Unseen, cancellationToken);
            var isOther = made.Version != _current.Version;
            // Also of a site that looks the same: a post may be withheld for another reason, or until another day.
            _current = made;
            if (isOther)
                Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            return isOther;
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Makes a file of the site as it is now; null if there is none of this name.</summary>
    /// <exception cref="StoreException">A source cannot be read.</exception>
    public Task<PublicFile?> RenderAsync(string name, CancellationToken cancellationToken) =>
        FromCurrentAsync(current => _site.RenderAsync(current.Site, name, cancellationToken), cancellationToken);

    /// <summary>Makes the page of a post that is not public, as it will be; null if there is none of this file name.</summary>
    /// <inheritdoc cref="RenderAsync"/>
    public Task<PublicFile?> RenderWithheldAsync(string name, CancellationToken cancellationToken) => FromCurrentAsync(
        current => current.FindWithheld(name) is { } post
            ? _site.RenderWithheldAsync(current.Site, post, cancellationToken)
            : new(result: null),
        cancellationToken);

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
        ValueTask.FromResult(new CatalogReading(Fresh!));

    public ValueTask<IReadOnlySet<string>?> FindTextAsync(
        Catalog catalog, string text, string? language, CancellationToken cancellationToken) =>
        _search.FindAsync(_current.Site, text, language, cancellationToken);

    public ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken) =>
        _site.BodyOfAsync(_current.Site, entry, cancellationToken);

    private async Task<PublicFile?> FromCurrentAsync(Func<PreviewState, ValueTask<PublicFile?>> render, CancellationToken cancellationToken)
    {
        try
        {
            return await render(_current);
        }
        catch (SourceChangedException)
        {
            // Who saved it will be heard of in a moment; whoever asks now is not to wait for that.
            await RebuildAsync(cancellationToken);
            return await render(_current);
        }
    }

    private static async Task<PreviewState> ReadAsync(LocalSite site, BuildProgress progress, CancellationToken cancellationToken)
    {
        var read = await site.ReadAsync(progress.Reading, cancellationToken);
        return new PreviewState(read, await site.TryOutAsync(read, cancellationToken));
    }
}
