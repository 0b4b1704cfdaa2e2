using System.Collections.Immutable;

namespace Press;

/// <summary>
/// One look at what was marked, or at everything, and what follows from it. At every moment each post of the stored catalog has its page:
/// pages are written first, then the catalog, and only then is deleted what nobody wants any more.
/// </summary>
internal sealed partial class BuildPass
{
    private readonly BuildTools _tools;

    // The receipts to look at: all, with their ETags as a listing has them; or those that are marked, whatever they are now.
    private readonly ImmutableArray<(string Item, string? ETag)> _receipts;

    // The engine's items; null unless everything is looked at.
    private readonly ImmutableSortedDictionary<string, StoredItem>? _press;
    private readonly BuildMemory _memory;
    private readonly ChangingMap<KnownSource> _known;
    private readonly ChangingMap<WrittenFile> _files;
    private readonly PublicContainer _public;
    private readonly DateTimeOffset _now;
    private readonly CancellationToken _cancellation;

    private BuildPass(
        BuildTools tools,
        IEnumerable<SetMark> marks,
        StoredState state,
        Listings? listings,
        DateTimeOffset now,
        CancellationToken cancellation)
    {
        (_tools, _press, _now, _cancellation) = (tools, listings?.Press, now, cancellation);
        _public = listings?.Public ?? PublicContainer.Of(tools.Stores.Public, state.Memory.Files);
        _receipts = _press is null
            ? [.. marks.Select(mark => (mark.Item, (string?)null))]
            : [.. _press.Values.Select(item => (item.Name, (string?)item.ETag))];
        _memory = new BuildMemory(tools.State, state);
        (_known, _files) = (_memory.Sources, _memory.Files);
        if (_press is not null)
            _memory.CompareWith(_press, _public);
    }

    private ReceiptFolder PostReceipts => _tools.Posts.Receipts;

    /// <summary>Looks at what is there.</summary>
    /// <param name="tools">What builds work with.</param>
    /// <param name="marks">What was taken in.</param>
    /// <param name="isWhole">Whether to look at everything, whatever is marked.</param>
    /// <param name="now">The moment for which the site is built.</param>
    /// <param name="cancellationToken">Ends the pass.</param>
    public static async Task<BuildPass> BeginAsync(
        BuildTools tools, ImmutableArray<SetMark> marks, bool isWhole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var state = await tools.State.ReadAsync(cancellationToken);
        isWhole |= state.Memory.IsPartial || marks.Any(mark => mark.Item == Marks.Everything);
        return new BuildPass(
            tools, marks, state, isWhole ? await Listings.OfAsync(tools.Stores, cancellationToken) : null, now, cancellationToken);
    }

    /// <summary>Whether somebody else wrote where this pass writes.</summary>
    public bool WasDisturbed => _public.WasDisturbed;

    /// <summary>Brings public files, receipts and catalog to what the receipts say.</summary>
    /// <returns>False if it has to be done again: somebody else wrote among it, or a source has a newer version than was planned.</returns>
    public async Task<bool> RunAsync()
    {
        var siteFiles = await ReadSiteFilesAsync();
        var look = await _tools.SiteFiles.LookOfAsync(siteFiles, _cancellation);
        var site = _tools.SiteFiles.SiteOf(look);
        var opener = new PostOpener(site, _tools.Engine, _tools.TrustsHtml, _tools.Stores.Posts);
        await ReadPostsAsync(site.Settings, opener);

        var plan = Plan(site, isWanted: null);
        var images = await PublishImagesAsync(plan, site.Settings, opener);
        var files = _tools.LastPlan.Files = FilesOf(plan, images);
        var pages = await CompleteSourcesAsync(files, opener);
        if (_hasLost || pages.Any(page => IsBehind(page, files)))
            return false;

        // A page that the storage refuses to take is not there, and then nothing may lead to it.
        if (!pages.All(page => _public.Has(page.Name)))
        {
            var there = files.Pages.Where(page => _public.Has(page.Name)).Select(page => page.SourceName!)
                .ToHashSet(StringComparer.Ordinal);
            plan = Plan(site, post => there.Contains(post.SourceName));
            files = FilesOf(plan, images);
        }

        var common = files.Files.Where(file => file.SourceName is null || !_orders.Contains(file.Name)).ToList();
        if (!await WriteAsync(common, files))
            return false;
        var ofListings = common.SelectMany(file => _files.Find(file.Name)?.Diagnostics ?? []);
        await CompleteSiteFilesAsync(site, siteFiles, look, ofListings);

        return await PublishAsync(site, plan, name => files.Find(name) is not null || _told.ContainsKey(name)) && !_public.WasDisturbed;
    }

    /// <summary>Saves the catalog, and then takes away what it does not have.</summary>
    /// <returns>False if somebody else has saved another one.</returns>
    private async Task<bool> PublishAsync(Site site, SitePlan plan, Func<string, bool> isWanted)
    {
        foreach (var (item, known) in _known.Entries)
        {
            var source = PostReceipts.SourceOf(item);
            var isPublic = source is not null && plan.Frame.Places.Has(source) && plan.LinkedOf(source).Summary.Role is SourceRole.Post;
            // The catalog knows the pictures of the site alone; one whose file is another's is read again once it gets it.
            var image = source is not null && plan.Frame.HasAsset(source) ? known.Image : null;
            if (known.IsPublic != isPublic || known.Published is not null || !ReferenceEquals(known.Image, image))
                _known[item] = known with { IsPublic = isPublic, Published = null, Image = image };
        }

        // What is about to go is not taken for made any more, should this be cut off.
        var gone = _public.Names.Where(name => !isWanted(name)).ToList();
        foreach (var name in gone)
        {
            if (_files.Find(name) is { } file && file.MadeOf != 0)
                _files[name] = file with { MadeOf = 0 };
        }

        _memory.Language = site.Settings.Language;
        if (!await SaveAsync())
            return false;
        await _public.DeleteAsync(gone, Parallelism(_tools.Limits.Parallel));
        foreach (var name in gone.Where(name => !_public.Has(name)))
            _files.Remove(name);
        _memory.IsPartial = false;
        return await SaveAsync() && (_press is null || await TidyUpAsync(_press.Keys, isWanted));
    }

    private async Task<bool> TidyUpAsync(IEnumerable<string> listed, Func<string, bool> isWanted)
    {
        foreach (var words in listed.Where(item => KeptWords.IsLeft(item, isWanted)))
            await _tools.Stores.Press.DeleteAsync(words, ifMatch: null, _cancellation);
        return await _memory.TidyUpAsync(listed, _cancellation);
    }

    /// <summary>The receipts of the site's files: of those that are marked as they are now, of all others as they were.</summary>
    private async Task<IReadOnlyCollection<StoredReceipt>> ReadSiteFilesAsync()
    {
        var receipts = _tools.SiteFiles.Receipts;
        var marked = _receipts.Where(receipt => receipts.SourceOf(receipt.Item) is not null).ToList();
        var looked = marked.Select(receipt => receipt.Item).ToHashSet(StringComparer.Ordinal);
        var others = _known.Entries.Where(known => receipts.SourceOf(known.Key) is not null && !looked.Contains(known.Key)).Select(
            known => (Item: known.Key, ETag: (string?)known.Value.ReceiptETag));
        var read = await _tools.SiteFiles.ReadAsync(
            marked.Concat(others).OrderBy(receipt => receipt.Item, StringComparer.Ordinal), _cancellation);
        foreach (var gone in looked.Except(read.Select(file => receipts.ItemOf(file.Receipt.Source)), StringComparer.Ordinal))
            _known.Remove(gone);
        return read;
    }

    /// <summary>Writes files that belong to no single source, unless they are there already as they should be.</summary>
    /// <returns>False if one cannot be made, since a source has a newer version than was planned.</returns>
    private async Task<bool> WriteAsync(IEnumerable<PlannedFile> files, FilePlan plan)
    {
        var isBehind = false;
        await Parallel.ForEachAsync(files.Where(file => !IsCurrent(file)), Parallelism(_tools.Limits.Parallel), async (file, token) =>
        {
            try
            {
                var rendered = await file.RenderAsync(plan.Inputs, _content!, token);
                if (await _public.PutAsync(file.Name, rendered.Content, token) is not null)
                {
                    var diagnostics = rendered.LayoutFaults.Select(fault => fault.ToDiagnostic());
                    _files[file.Name] = _public.Written(file.Name, file.MadeOf, rendered.Content) with { Diagnostics = [.. diagnostics] };
                }
            }
            catch (SourceChangedException)
            {
                isBehind = true;
            }
        });
        return !isBehind;
    }

    private bool IsCurrent(PlannedFile file) =>
        _files.Find(file.Name) is { } written && written.MadeOf == file.MadeOf && _public.IsAsWritten(file.Name, written);

    /// <summary>
    /// Says which files the storage refuses that no receipt speaks of: listings and the like, and what should be deleted.
    /// </summary>
    /// <exception cref="StoreException">There is one.</exception>
    public void ThrowIfRefused()
    {
        if (_public.Refused.FirstOrDefault(refused => !_told.ContainsKey(refused.Key)).Value is { } fault)
            throw new StoreException(fault.Item, fault.Message, fault) { IsOfItem = true };
    }

    /// <summary>Whether the page of a post could not be made as planned, since its receipt speaks of a newer version.</summary>
    private bool IsBehind(PlannedFile page, FilePlan files) =>
        !_told.ContainsKey(page.Name) && files.Find(page.Name) is { } file && !IsCurrent(file);

    private FilePlan FilesOf(SitePlan plan, PlannedImages images) => FilePlan.Of(
        new PlanInputs(plan, images, _tools.TrustsHtml, LastInputs),
        plan.Assets.ToDictionary(source => source, AssetOf, StringComparer.Ordinal),
        _tools.LastPlan.Files);

    private AssetSummary AssetOf(string source) => _known[PostReceipts.ItemOf(source)].ToAsset(source);

    private PlanInputs? LastInputs => _tools.LastPlan.Files?.Inputs;

    private SitePlan Plan(Site site, Func<PostSummary, bool>? isWanted)
    {
        var sources = PlannedSources.Of(_known.ToMap(), PostReceipts, site.Settings);
        return SitePlan.Of(sources.Posts, sources.Assets.Keys, site, _now, isWanted, LastInputs?.Plan);
    }

    private async Task CompleteSiteFilesAsync(
        Site site, IEnumerable<StoredReceipt> files, SiteLook look, IEnumerable<Diagnostic> ofListings)
    {
        var diagnostics = site.Diagnostics.Concat(ofListings).ToLookup(
            diagnostic => diagnostic.File, ReceiptDiagnostic.Of, StringComparer.Ordinal);
        foreach (var stored in files)
        {
            var receipt = stored.Receipt;
            // Who reads it writes the receipt, and marks when that is done.
            if (receipt.State == ReceiptState.Reading)
                continue;
            var isPublic = receipt.Good is not null && site.Assets.Any(asset => asset.Name == receipt.Source);
            var faults = look.Lax.Contains(receipt.Source) ? [] : receipt.Faults;
            var complete = receipt with
            {
                State = faults.IsEmpty ? ReceiptState.Applied : ReceiptState.Faulty,
                File = isPublic ? receipt.Source : null,
                Url = isPublic ? site.Settings.AbsoluteLink("/" + receipt.Source) : null,
                Diagnostics = [.. faults, .. diagnostics[receipt.Source]],
            };
            // One that could not be completed is known too: whoever builds next reads it again, and does not build without it.
            var known = await _tools.SiteFiles.CompleteAsync(stored, complete, _cancellation) ?? stored;
            _known[_tools.SiteFiles.Receipts.ItemOf(receipt.Source)] = new KnownSource
            {
                ReceiptETag = known.ETag,
                ETag = receipt.ETag,
                Engine = receipt.IsFinal ? receipt.Engine : "",
            };
        }
    }

    /// <inheritdoc cref="BuildMemory.SaveAsync"/>
    private Task<bool> SaveAsync()
    {
        // Should this builder not come to try again, the next one looks at everything in its place.
        _memory.IsPartial |= _public.WasDisturbed;
        if (_journal is not null)
            _memory.HasJournal = _journal.IsOpen;
        return _memory.SaveAsync(_cancellation);
    }

    /// <summary>What lies in the engine's container and in the public one.</summary>
    private sealed record Listings(ImmutableSortedDictionary<string, StoredItem> Press, PublicContainer Public)
    {
        public static async Task<Listings> OfAsync(SiteStores stores, CancellationToken cancellationToken)
        {
            var press = await stores.Press.ListAsync("", cancellationToken).ToListAsync(cancellationToken);
            return new Listings(
                press.ToImmutableSortedDictionary(item => item.Name, item => item, StringComparer.Ordinal),
                await PublicContainer.OpenAsync(stores.Public, cancellationToken));
        }
    }
}
