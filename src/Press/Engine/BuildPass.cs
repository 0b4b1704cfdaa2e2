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
    private readonly ConcurrentDictionary<string, WrittenFile> _files;
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
        _files = new(memo.Memo.Files, StringComparer.Ordinal);
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

    /// <summary>Whether somebody else wrote where this pass writes.</summary>
    public bool WasDisturbed => _public.WasDisturbed;

    /// <summary>Brings public files, receipts and catalog to what the receipts say.</summary>
    /// <returns>False if it has to be done again: somebody else wrote among it, or a source has a newer version than was planned.</returns>
    public async Task<bool> RunAsync()
    {
        var siteFiles = await _tools.SiteFiles.ReadAsync(_press.Values, _cancellation);
        var site = Site.Of(siteFiles.Where(file => file.Receipt.Good is not null).Select(SourceOf));
        await ReadPostsAsync(site.Settings);

        var plan = Plan(site, _ => true);
        var images = await PublishImagesAsync(plan, site.Settings);
        var files = FilesOf(site, plan, images);
        await CompleteSourcesAsync(site.Settings, plan, files);
        if (plan.Posts.Any(post => IsBehind(post, files)))
            return false;

        // A page that the storage refuses to take is not there, and then nothing may lead to it.
        if (!plan.Posts.All(HasPage))
        {
            var pages = plan.Posts.Where(HasPage).Select(post => post.SourceName).ToHashSet(StringComparer.Ordinal);
            plan = Plan(site, post => pages.Contains(post.SourceName));
            files = FilesOf(site, plan, images);
        }

        if (!await WriteAsync(files.Files.Where(file => file.SourceName is null || !_orders.Contains(file.Name))))
            return false;
        await CompleteSiteFilesAsync(site, siteFiles, files.Files.Where(file => file.SourceName is null || !_orders.Contains(file.Name)).SelectMany(file => _files.GetValueOrDefault(file.Name)?.Diagnostics ?? []));

        var isCatalogWritten = await PutCatalogAsync(plan.Catalog);
        await _public.KeepOnlyAsync(files.Files.Select(file => file.Name).Concat(_told.Keys).ToHashSet(StringComparer.Ordinal), Parallelism(_tools.Limits.Parallel));
        foreach (var gone in _files.Keys.Where(name => !_public.Has(name)))
            _files.TryRemove(gone, out _);
        return await SaveAsync() && isCatalogWritten && !_public.WasDisturbed;
    }

    /// <summary>Writes files that belong to no single source, unless they are there already as they should be.</summary>
    /// <returns>False if one cannot be made, since a source has a newer version than was planned.</returns>
    private async Task<bool> WriteAsync(IEnumerable<PlannedFile> files)
    {
        var isBehind = false;
        await Parallel.ForEachAsync(files.Where(file => !IsCurrent(file)), Parallelism(_tools.Limits.Parallel), async (file, token) =>
        {
            try
            {
                var rendered = await file.RenderAsync(_content!, token);
                if (await _public.PutAsync(file.Name, rendered.Content, token) is { } hash)
                    _files[file.Name] = new WrittenFile(file.MadeOf, hash) { Diagnostics = [.. rendered.LayoutFaults.Select(fault => fault.ToDiagnostic())] };
            }
            catch (SourceChangedException)
            {
                isBehind = true;
            }
        });
        return !isBehind;
    }

    private bool IsCurrent(PlannedFile file) =>
        _files.TryGetValue(file.Name, out var written) && written.MadeOf == file.MadeOf && _public.HashOf(file.Name) == written.Hash;

    /// <summary>Says which files the storage refuses that no receipt speaks of: listings and the like, and what should be deleted.</summary>
    /// <exception cref="StoreException">There is one.</exception>
    public void ThrowIfRefused()
    {
        if (_public.Refused.FirstOrDefault(refused => !_told.ContainsKey(refused.Key)).Value is { } fault)
            throw new StoreException(fault.Item, fault.Message, fault) { IsOfItem = true };
    }

    private bool HasPage(PostSummary post) => _public.Has(UrlPath.ToFile(post.Entry.Path));

    /// <summary>Whether the page of a post could not be made as planned, since its receipt speaks of a newer version.</summary>
    private bool IsBehind(PostSummary post, FilePlan files) =>
        UrlPath.ToFile(post.Entry.Path) is var name && !_told.ContainsKey(name) && files.Find(name) is { } page && !IsCurrent(page);

    /// <summary>The file of the site that a receipt holds. Its ETag is its content's, so that the same settings are the same settings.</summary>
    private static Source SourceOf(StoredReceipt file)
    {
        var source = file.Receipt.Good!.ToSource(file.Receipt.Source);
        return source with { ETag = ContentHash.Of(source.Bytes.Span) };
    }

    private FilePlan FilesOf(Site site, SitePlan plan, SiteImages images) =>
        FilePlan.Of(new PlanInputs(site, plan, images, _tools.TrustsHtml), plan.Assets.ToDictionary(source => source, AssetOf, StringComparer.Ordinal));

    /// <summary>An author's file, whose version stands for its content.</summary>
    private AssetSummary AssetOf(string source)
    {
        var known = _known[PostReceipts.ItemOf(source)];
        return new AssetSummary(source, HashBuilder.Of(known.GoodETag!), known.Image?.Facts, known.Image?.Fault);
    }

    private SitePlan Plan(Site site, Func<PostSummary, bool> isWanted)
    {
        var settings = site.Settings;
        var posts = new List<PostSummary>();
        var assets = new List<string>();
        foreach (var (item, known) in _known)
        {
            if (known.GoodETag is null || PostReceipts.SourceOf(item) is not { } name || settings.Excludes(name))
                continue;
            // HTML without a front matter was read by nobody.
            if (SourceName.KindOf(name) == SourceKind.Asset || (SourceName.KindOf(name) == SourceKind.Html && known.ReadWith is null))
                assets.Add(name);
            else if (known.Summary is { } post)
                posts.Add(post);
        }

        return SitePlan.Of(posts, assets, site, _now, isWanted);
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
        if (await _tools.Memo.TrySaveAsync(ToMemo(), _memo, _cancellation) is not { } saved)
            return false;
        _memo = saved;
        return true;
    }

    private BuildMemo ToMemo() => new(_known.ToImmutableDictionary(StringComparer.Ordinal), _files.ToImmutableDictionary(StringComparer.Ordinal));
}
