using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>
/// One look at all receipts, and what follows from it. At every moment each post of the stored catalog has its page: pages are
/// written first, then the catalog, and only then is deleted what nobody wants any more.
/// </summary>
internal sealed partial class BuildPass
{
    private readonly BuildTools _tools;
    private readonly ImmutableSortedDictionary<string, StoredItem> _press;
    private readonly ConcurrentDictionary<string, KnownSource> _known;
    private readonly PublicContainer _public;
    private readonly DateTimeOffset _now;
    private readonly CancellationToken _cancellation;

    // The memo that this pass has read or saved last, and no other one: it saves over that alone.
    private StoredMemo _memo;

    private BuildPass(
        BuildTools tools, ImmutableSortedDictionary<string, StoredItem> press, StoredMemo memo, PublicContainer files, DateTimeOffset now, CancellationToken cancellation)
    {
        (_tools, _press, _memo, _public, _now, _cancellation) = (tools, press, memo, files, now, cancellation);
        _known = new(memo.Memo.Sources.Where(known => press.ContainsKey(known.Key)), StringComparer.Ordinal);
    }

    private ReceiptFolder PostReceipts => _tools.Posts.Receipts;

    /// <summary>Looks at what is there.</summary>
    public static async Task<BuildPass> BeginAsync(BuildTools tools, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var press = (await tools.Stores.Press.ListAsync("", cancellationToken).ToListAsync(cancellationToken)).ToImmutableSortedDictionary(item => item.Name, item => item, StringComparer.Ordinal);
        var memo = await tools.Memo.ReadAsync(press.GetValueOrDefault(EngineItems.Memo), cancellationToken);
        var files = await PublicContainer.OpenAsync(tools.Stores.Public, cancellationToken);
        return new BuildPass(tools, press, memo, files, now, cancellationToken);
    }

    /// <summary>Brings public files, receipts and catalog to what the receipts say.</summary>
    /// <returns>False if somebody else wrote among it: then it has to be done again.</returns>
    public async Task<bool> RunAsync()
    {
        var siteFiles = await _tools.SiteFiles.ReadAsync(_press.Values, _cancellation);
        var site = Site.Of(siteFiles.Where(file => file.Receipt.Good is not null).Select(SourceOf));
        await ReadPostsAsync(site.Settings);

        var plan = Plan(site);
        var images = await PublishImagesAsync(plan, site.Settings);
        await CompleteSourcesAsync(site, plan, images);

        // Of a post that has got a newer version meanwhile there may be no page yet; the pass that it is marked for will list it.
        var catalog = Catalog.Of(plan.Catalog.Entries.Where(HasPage), site.Settings.Language);
        var composer = new PageComposer(site, catalog, images, _tools.TrustsHtml);
        var common = CommonFiles.Of(composer, site, catalog, plan.Redirects.Where(redirect => HasPage(redirect.Target)), await ReadBodiesAsync(catalog, site.Settings));

        var taken = plan.Files.Union(images.VariantFiles);
        var files = common.Files.Where(file => !taken.Contains(file.Name)).ToList();
        await Parallel.ForEachAsync(files, Parallelism(_tools.Limits.Parallel), async (file, token) => await _public.PutAsync(file, token));
        await CompleteSiteFilesAsync(site, siteFiles, common.Diagnostics);

        var isCatalogWritten = await PutCatalogAsync(catalog);
        await _public.KeepOnlyAsync(taken.Union(files.Select(file => file.Name)), Parallelism(_tools.Limits.Parallel));
        return await SaveAsync() && isCatalogWritten && !_public.WasDisturbed;
    }

    /// <summary>Says which files the storage refuses that no receipt speaks of: listings and the like, and what should be deleted.</summary>
    /// <exception cref="StoreException">There is one.</exception>
    public void ThrowIfRefused()
    {
        if (_public.Refused.FirstOrDefault(refused => !_told.ContainsKey(refused.Key)).Value is { } fault)
            throw new StoreException(fault.Item, fault.Message, fault) { IsOfItem = true };
    }

    /// <summary>The bodies of the posts that feeds carry, as their receipts have them.</summary>
    private Task<IReadOnlyDictionary<string, string>> ReadBodiesAsync(Catalog catalog, SiteSettings settings) =>
        _tools.FeedBodies.ReadAsync(
            FeedSelection.Of(catalog, settings).Entries.ToDictionary(entry => entry.Source, entry => _known[PostReceipts.ItemOf(entry.Source)].ReceiptETag, StringComparer.Ordinal),
            Parallelism(_tools.Limits.Parallel));

    private bool HasPage(PostEntry entry) => _public.Has(UrlPath.ToFile(entry.Path));

    /// <summary>The file of the site that a receipt holds. Its ETag is its content's, so that the same settings are the same settings.</summary>
    private static Source SourceOf(StoredReceipt file)
    {
        var source = file.Receipt.Good!.ToSource(file.Receipt.Source);
        return source with { ETag = ContentHash.Of(source.Bytes.Span) };
    }

    private SitePlan Plan(Site site)
    {
        var settings = site.Settings;
        var posts = new List<PostSummary>();
        var assets = new List<string>();
        foreach (var (item, known) in _known)
        {
            if (known.GoodETag is null || PostReceipts.SourceOf(item) is not { } name || settings.Excludes(name))
                continue;
            if (SourceName.KindOf(name) == SourceKind.Asset)
                assets.Add(name);
            else if (known.Summary is { } post)
                posts.Add(post);
        }

        return SitePlan.Of(posts, assets, site, _now);
    }

    private async Task CompleteSiteFilesAsync(Site site, IEnumerable<StoredReceipt> files, IEnumerable<Diagnostic> ofListings)
    {
        var diagnostics = site.Diagnostics.Concat(ofListings).ToLookup(diagnostic => diagnostic.File, ReceiptDiagnostic.Of, StringComparer.Ordinal);
        foreach (var stored in files)
        {
            var receipt = stored.Receipt;
            // Who reads it writes the receipt, and marks when that is done.
            if (receipt.State == ReceiptState.Reading)
                continue;
            var isPublic = receipt.Good is not null && site.Assets.Any(asset => asset.Name == receipt.Source);
            var complete = receipt with
            {
                State = receipt.Faults.IsEmpty ? ReceiptState.Applied : ReceiptState.Faulty,
                File = isPublic ? receipt.Source : null,
                Url = isPublic ? site.Settings.AbsoluteLink("/" + receipt.Source) : null,
                Diagnostics = [.. receipt.Faults, .. diagnostics[receipt.Source]],
            };
            if (await _tools.SiteFiles.CompleteAsync(stored, complete, _cancellation) is { } completed)
                _known[_tools.SiteFiles.Receipts.ItemOf(receipt.Source)] = new KnownSource { ReceiptETag = completed.ETag, ETag = receipt.ETag, Engine = receipt.IsFinal ? receipt.Engine : "" };
        }
    }

    private async Task<bool> PutCatalogAsync(Catalog catalog)
    {
        var content = StoredCatalog.ToContent(catalog);
        var before = _press.GetValueOrDefault(EngineItems.Catalog);
        return before?.ContentHash == ContentHash.Of(content.Bytes.Span)
            || await _tools.Stores.Press.WriteAsync(EngineItems.Catalog, content, before is null ? WriteCondition.IfAbsent : WriteCondition.IfMatch(before.ETag), _cancellation) is not null;
    }

    /// <summary>Saves what is known; false if somebody else has done so since, who then has the lock.</summary>
    private async Task<bool> SaveAsync()
    {
        if (await _tools.Memo.TrySaveAsync(_known.ToImmutableDictionary(StringComparer.Ordinal), _memo, _cancellation) is not { } saved)
            return false;
        _memo = saved;
        return true;
    }
}
