using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>A site in a folder, as it is built, served and checked on an author's machine.</summary>
/// <param name="sources">Its sources.</param>
/// <param name="state">Keeps what was read, so that an unchanged source is not read again by the next program; null to keep
/// nothing.</param>
/// <param name="clock">Decides which posts are dated in the future.</param>
/// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
/// <param name="makesPictures">Whether smaller versions of pictures are wanted.</param>
public sealed class LocalSite(
    SourceInventory sources, IStore? state, TimeProvider clock, bool trustsHtml = false, bool makesPictures = true)
{
    private const long MostCachedBytes = 64 * 1024 * 1024;

    private readonly GoodVersions _good = new(state);
    private readonly KnownSources _kept = new(state);
    private readonly RenderCache _rendered = new(MostCachedBytes);
    private readonly ImageCache _images = makesPictures ? new ImageCache(state) : ImageCache.ForChecks();
    private SiteReader? _reader;

    /// <summary>Which posts are shown beyond the public ones.</summary>
    public ShownPosts Shows { get; init; } = ShownPosts.Public;

    private UInt128 Called =>
        HashBuilder.OfAll(EngineVersion.HashOf(trustsHtml), makesPictures ? 1u : 0u, Shows.Drafts ? 1u : 0u, Shows.Future ? 1u : 0u);

    /// <summary>Looks whether a build would change nothing, for which no source has to be read.</summary>
    /// <param name="target">The store to which the site was written.</param>
    /// <param name="listName">The name of the list of what was written.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>What a build would come to; null if that is not known.</returns>
    /// <exception cref="StoreException">The sources cannot be listed.</exception>
    public async Task<WriteSummary?> FindUnchangedAsync(IStore target, string listName, CancellationToken cancellationToken)
    {
        ISourceFiles files = sources;
        return state is not null
            && await state.ReadAsync(LastBuild.ItemOf(listName), ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            && LastBuild.Parse(found.Bytes.Span) is { } last
            && LastBuild.HashOf(await files.ListAsync(cancellationToken), Called) is { } inputs
            && last.Holds(inputs, clock.GetUtcNow())
            && last.Output == await LastBuild.HashOfAsync(target, cancellationToken)
            ? last.Summary with { Written = 0, Unchanged = last.Summary.Written + last.Summary.Unchanged, Deleted = 0 }
            : null;
    }

    /// <summary>Reads what is new or changed, and plans the site.</summary>
    /// <param name="progress">Told after each source how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StoreException">The sources cannot be listed, or the settings not be read: without them it would be another
    /// site.</exception>
    public async Task<SiteState> ReadAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        _reader ??= new SiteReader(sources, clock, trustsHtml, _images, _good, isWrittenOnce: true)
        {
            Known = await _kept.LoadAsync(cancellationToken),
            Shows = Shows,
            ReadsDrafts = sources.ReadsDrafts,
            Words = new KeptWords(state),
        };
        var site = await _reader.ReadAsync(progress, cancellationToken);
        await _kept.SaveAsync(_reader.Known, cancellationToken);
        return site;
    }

    /// <summary>Writes what differs to a store.</summary>
    /// <param name="site">What is to be there.</param>
    /// <param name="target">The store.</param>
    /// <param name="listName">The name of the list of what was written; one for each target.</param>
    /// <param name="progress">Told after each file how many there have been; null if nobody wants to know.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task<WriteSummary> WriteAsync(
        SiteState site, IStore target, string listName, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (state is null)
            throw new InvalidOperationException("There is no store for the list.");
        var summary = await new FileWriter(target, state, listName).WriteAsync(site, progress, cancellationToken);
        if (_reader is null)
            return summary;
        await TidyUpAsync(site, _reader, cancellationToken);
        if (summary.IsWhole && LastBuild.HashOf(site.Listing, Called) is { } inputs)
        {
            var last = new LastBuild(inputs, site.Moment, site.NextChange, await LastBuild.HashOfAsync(target, cancellationToken), summary);
            await state.WriteAsync(LastBuild.ItemOf(listName), last.ToContent(), WriteCondition.Always, cancellationToken);
        }

        return summary;
    }

    /// <summary>Makes one file, or finds it among those that were made last.</summary>
    /// <returns>Null if there is none of this name.</returns>
    /// <exception cref="StoreException">A source cannot be read any more as it was planned.</exception>
    public async ValueTask<PublicFile?> RenderAsync(SiteState site, string name, CancellationToken cancellationToken) =>
        site.Files.Find(name) is { } file
            ? new PublicFile(name, (await _rendered.GetOrRenderAsync(file, site, cancellationToken)).Content, file.SourceName)
            : null;

    /// <summary>Makes the page of a post that is not public, as it will be.</summary>
    /// <returns>Null if it has none: another source has its URL.</returns>
    /// <inheritdoc cref="RenderAsync"/>
    public ValueTask<PublicFile?> RenderWithheldAsync(SiteState site, WithheldPost post, CancellationToken cancellationToken)
    {
        var name = UrlPath.ToFile(post.Path);
        var whole = site.WithWithheld.Value;
        return whole.SourceOf(name) == post.SourceName ? RenderAsync(whole, name, cancellationToken) : new(result: null);
    }

    /// <summary>The body of a post, as its page shows it; null if it has no page.</summary>
    public async ValueTask<string?> BodyOfAsync(SiteState site, PostEntry entry, CancellationToken cancellationToken) =>
        site.Files.Find(UrlPath.ToFile(entry.Path)) is { } file
            ? (await _rendered.GetOrRenderAsync(file, site, cancellationToken)).Post?.Html
            : null;

    /// <summary>All that is wrong with the site. It makes every file, since some layouts fail for some pages alone.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(SiteState site, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<string, ImmutableArray<Diagnostic>>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(site.Files.Files.Where(file => file.Layout is not null), cancellationToken, async (file, token) =>
            found[file.Name] = (await site.RenderAsync(file, token)).Found());
        var all = found.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value);
        return SiteDiagnostics.Of(UnpublishedFiles.Fold(site.SourceDiagnostics.Concat(all)));
    }

    /// <summary>What is wrong as far as is known without making every file: each layout is tried with one page.</summary>
    public async Task<ImmutableArray<Diagnostic>> TryOutAsync(SiteState site, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        foreach (var file in site.Files.Files.Where(file => file.Layout is not null).DistinctBy(file => file.Layout))
            found.AddRange((await _rendered.GetOrRenderAsync(file, site, cancellationToken)).Found());
        return SiteDiagnostics.Of(UnpublishedFiles.Fold(site.SourceDiagnostics.Concat(found)));
    }

    /// <summary>
    /// Feeds are made of whole posts: those have to be at hand when one of them becomes faulty. What nobody can want any more goes.
    /// </summary>
    private async Task TidyUpAsync(SiteState site, SiteReader reader, CancellationToken cancellationToken)
    {
        foreach (var post in site.Plan.Posts.Where(post => site.Plan.Feeds.Sources.Contains(post.SourceName)))
        {
            if (!await _good.HasAsync(post, cancellationToken) && await reader.ReadAsWasReadAsync(post, cancellationToken) is { } source)
                await _good.KeepAsync(source, cancellationToken);
        }

        await _good.KeepOnlyAsync(reader.Known.Entries.Select(known => known.Value.Post).OfType<PostSummary>(), cancellationToken);
        await _images.KeepOnlyAsync(reader.Known.Entries.Select(known => known.Value.Asset?.Picture).OfType<string>(), cancellationToken);
    }
}
