using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Publishes what authors and designers upload. Every method may be called at any time, by any number of workers, again and in any
/// order: it looks at what is there now, never at what it was told.
/// </summary>
/// <remarks>
/// A source is first taken in: its receipt says which version was seen, whether it can be published, and holds its last good version.
/// Then the site is built from the receipts, by one worker at a time. Public files are written by that worker alone.
/// </remarks>
public sealed class PublishingEngine
{
    private readonly SiteStores _stores;
    private readonly SourceIntake _posts;
    private readonly SourceIntake _site;
    private readonly SiteBuilder _builder;
    private readonly string _engine;
    private readonly BuildLimits _limits;

    /// <summary>An engine over the four containers of a site.</summary>
    /// <param name="stores">The containers.</param>
    /// <param name="clock">Decides which posts are dated in the future.</param>
    /// <param name="trustsHtml">The operator's word that authors' HTML, scripts and drawings may run.</param>
    public PublishingEngine(SiteStores stores, TimeProvider clock, bool trustsHtml = false)
        : this(stores, clock, trustsHtml, new BuildLimits())
    {
    }

    internal PublishingEngine(SiteStores stores, TimeProvider clock, bool trustsHtml, BuildLimits limits)
    {
        _engine = EngineVersion.Of(trustsHtml);
        _stores = stores;
        _limits = limits;
        var worker = new EngineWorker(_engine, stores.Press, clock);
        _posts = new SourceIntake(stores.Posts, ReceiptFolder.OfPosts(stores.Press), new PostsJudge(trustsHtml), worker);
        _site = new SourceIntake(stores.Site, ReceiptFolder.OfSite(stores.Press), new SiteJudge(), worker);
        _builder = new SiteBuilder(stores, _posts, _site, worker, clock, trustsHtml, limits);
    }

    /// <summary>
    /// Publishes a source of the posts container, or takes back what it had become if it was deleted. A report of a delete may come
    /// late: if the source exists again, it is published.
    /// </summary>
    /// <param name="name">The source's name.</param>
    /// <param name="cancellationToken">Ends the work; what was done stays, and the next call goes on.</param>
    /// <returns>Its receipt as it was taken in; null if the source is gone, or of a kind that is never published.</returns>
    public Task<Receipt?> PublishAsync(string name, CancellationToken cancellationToken) => TakeInAsync(_posts, name, cancellationToken);

    /// <summary>Takes a file of the site's look: settings, a layout, a style sheet; also one that is gone.</summary>
    /// <inheritdoc cref="PublishAsync"/>
    public Task<Receipt?> ApplySiteAsync(string name, CancellationToken cancellationToken) => TakeInAsync(_site, name, cancellationToken);

    /// <summary>
    /// Builds the catalog and all that depends on it from the receipts, unless somebody else does: then that one looks again.
    /// </summary>
    public async Task BuildCatalogAsync(CancellationToken cancellationToken)
    {
        await _builder.MarkAsync(Marks.Everything, cancellationToken);
        await _builder.BuildWhileMarkedAsync(cancellationToken);
    }

    /// <summary>
    /// Takes in what no event reported, then builds: what has come due is published, and public files are as they should be.
    /// </summary>
    /// <returns>The sources that were not as their receipts said.</returns>
    /// <exception cref="StoreException">The storage failed; or it refused single items, after all else was done.</exception>
    public async Task<SweepSummary> SweepAsync(CancellationToken cancellationToken)
    {
        var press = await _stores.Press.ListAsync("", cancellationToken).ToDictionaryAsync(
            item => item.Name, StringComparer.Ordinal, cancellationToken);
        var memory = await _builder.ReadMemoryAsync(press.GetValueOrDefault(EngineItems.Manifest), cancellationToken);
        var refusals = new Refusals();
        var summary = new SweepSummary(
            await TakeInMissedAsync(_posts, press, memory, refusals, cancellationToken),
            await TakeInMissedAsync(_site, press, memory, refusals, cancellationToken));
        await BuildCatalogAsync(cancellationToken);
        refusals.ThrowIfAny();
        return summary;
    }

    private async Task<ImmutableArray<string>> TakeInMissedAsync(
        SourceIntake intake,
        Dictionary<string, StoredItem> press,
        SiteMemory memory,
        Refusals refusals,
        CancellationToken cancellationToken)
    {
        var listing = await intake.Sources.ListWithStraysAsync("", cancellationToken);
        await new RefusedNames(intake).TakeInAllAsync(listing, press, cancellationToken);
        var names = FindMissed(intake, listing, press, memory);

        var deferred = new ConcurrentBag<string>();
        var degree = new ParallelOptions { MaxDegreeOfParallelism = _limits.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(names, degree, (name, token) => refusals.TryAsync(async () =>
        {
            var isNew = !press.ContainsKey(intake.Receipts.ItemOf(name));
            var taken = isNew
                ? await intake.TakeInAsync(name, token)
                : await intake.TakeInAgainAsync(name, defersSuspects: true, token);
            if (taken.IsDeferred)
                deferred.Add(name);
        }));

        // What a worker may have died of comes last and one by one, so that the next death tells which one it was.
        foreach (var name in deferred.Order(StringComparer.Ordinal))
            await refusals.TryAsync(() => intake.TakeInAgainAsync(name, defersSuspects: false, cancellationToken));
        return names;
    }

    /// <summary>The sources whose receipts are not known to be right, and the receipts whose sources are gone.</summary>
    private ImmutableArray<string> FindMissed(
        SourceIntake intake, StoreListing listing, Dictionary<string, StoredItem> press, SiteMemory memory)
    {
        var missed = press.Keys.Select(intake.Receipts.SourceOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var source in listing.Items.Where(source => intake.Knows(source.Name)))
        {
            var item = intake.Receipts.ItemOf(source.Name);
            if (memory.Sources.Find(item) is { } known
                && known.ETag == source.ETag
                && known.Engine == _engine
                && press.TryGetValue(item, out var receipt)
                && receipt.ETag == known.ReceiptETag)
                missed.Remove(source.Name);
            else
                missed.Add(source.Name);
        }

        return [.. missed.Order(StringComparer.Ordinal)];
    }

    private async Task<Receipt?> TakeInAsync(SourceIntake intake, string name, CancellationToken cancellationToken)
    {
        var source = StoreName.Readable(name);
        if (intake.Refuses(source))
            return await new RefusedNames(intake).TakeInAsync(source, cancellationToken);
        if (!intake.Knows(source))
            return null;

        var (receipt, needsBuild) = await intake.TakeInAsync(source, cancellationToken);
        // A mark without a new receipt is what a worker left that was cut off, perhaps before it came to the marks of others; this event
        // may be its second try.
        var item = intake.Receipts.ItemOf(source);
        var isMarked = !needsBuild && await _builder.IsMarkedAsync(cancellationToken);
        // So may one of a delete of which the receipt is gone already: a build that goes on, or the last one, may not know of it.
        if (receipt is null && !needsBuild)
            needsBuild = isMarked || (await _builder.ReadMemoryAsync(listed: null, cancellationToken)).Sources.Find(item) is not null;
        if (needsBuild)
            await _builder.MarkAsync(item, cancellationToken);
        if (needsBuild || isMarked)
            await _builder.BuildWhileMarkedAsync(cancellationToken);
        return receipt;
    }
}

/// <summary>What a sweep found not to be as the receipts said: new, changed or deleted without an event.</summary>
/// <param name="Posts">Sources of the posts container.</param>
/// <param name="SiteFiles">Files of the site's look.</param>
public sealed record SweepSummary(ImmutableArray<string> Posts, ImmutableArray<string> SiteFiles)
{
    /// <summary>All together.</summary>
    public int Count => Posts.Length + SiteFiles.Length;
}
