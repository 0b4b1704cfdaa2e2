using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Press;

/// <summary>From receipts to what is known of each source, and from the plan back to public files and receipts.</summary>
internal sealed partial class BuildPass
{
    // Posts that were read in this pass, so that few are read twice. More than a batch would fill the memory.
    private readonly ConcurrentDictionary<string, OpenSource> _open = new(StringComparer.Ordinal);

    // The public files that the receipts of single sources speak of.
    private readonly HashSet<string> _orders = new(StringComparer.Ordinal);

    private ISourceContent? _content;
    private FilePlan? _planned;

    // Whether a source turned out to have no good version any more: then the site is another one than was planned.
    private volatile bool _hasLost;

    // The refused files of which receipts speak.
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>Reads what has another receipt than the memo says, or was read with other settings.</summary>
    private async Task ReadPostsAsync(SiteSettings settings, PostOpener opener)
    {
        // With other settings every post may be another one, and one with Liquid with other templates.
        var unmarked = _press is null
            ? _known.Entries.Where(known => !opener.IsCurrent(known.Value.ReadWith)).Select(known => known.Key)
            : [];
        var stale = _receipts.Where(receipt => !IsCurrent(receipt)).Select(receipt => receipt.Item).Union(unmarked, StringComparer.Ordinal)
            .Where(item => PostReceipts.SourceOf(item) is not null).ToList();
        // First what includes a file that is another one: if a pass ends in between, the next finds that file as new as before.
        var changed = stale.Select(PostReceipts.SourceOf).ToHashSet(StringComparer.Ordinal);
        var parted = _known.Entries.Where(known => known.Value.Parts.Any(changed.Contains)).Select(known => known.Key).ToList();
        if (parted.Count > 0)
            stale = [.. parted.Union(stale, StringComparer.Ordinal)];
        foreach (var batch in stale.Chunk(_tools.Limits.Batch))
        {
            await Parallel.ForEachAsync(batch, Parallelism(_tools.Limits.Parallel), async (item, token) =>
            {
                if (await OpenAsync(PostReceipts.SourceOf(item)!, opener) is not { } source)
                {
                    _known.Remove(item);
                    return;
                }

                _known[item] = source.ToKnown(_known.Find(item), settings);
                if (source.Reading?.Post is { } post)
                    _tools.Words.Add(opener.WordsOf(post), post);
                if (_open.Count < _tools.Limits.Batch)
                    _open[item] = source;
            });
            if (batch.Length < stale.Count)
                await SaveAsync();
        }

        bool IsCurrent((string Item, string? ETag) receipt) =>
            _known.Find(receipt.Item) is { } known && known.ReceiptETag == receipt.ETag && opener.IsCurrent(known.ReadWith);
    }

    /// <summary>Makes the public file and completes the receipt of every source for which either is not as it should be.</summary>
    /// <returns>The pages of those sources. All other pages were there, and as planned.</returns>
    private async Task<IReadOnlyCollection<PlannedFile>> CompleteSourcesAsync(FilePlan files, PostOpener opener)
    {
        var plan = files.Inputs.Plan;
        (_content, _planned) = (new ReceiptContent(this, opener), files);
        var all = (_tools.LastPlan.Work = SourceWork.Of(_known.ToMap(), PostReceipts, files, _now, _tools.LastPlan.Work)).Orders;
        foreach (var order in all)
        {
            if (order.File is { } file)
                _orders.Add(file.Name);
        }

        var orders = all
            .Where(order => order.Known.MadeOf != order.MadeOf || (order.File is { } file && !IsCurrent(file)))
            .OrderBy(order => order.Source, StringComparer.Ordinal)
            .ToList();

        foreach (var copies in new[] { false, true })
        {
            var ofKind = orders.Where(order => order.IsCopy == copies).ToList();
            foreach (var batch in ofKind.Chunk(_tools.Limits.Batch))
            {
                var parallelism = Parallelism(copies ? _tools.Limits.ParallelCopies : _tools.Limits.Parallel);
                await Parallel.ForEachAsync(batch, parallelism, async (order, _) => await CompleteAsync(order, opener));
                if (batch.Length < ofKind.Count)
                    await SaveAsync();
            }
        }

        return [.. orders.Where(order => order.File is not null && plan.Frame.Places.Has(order.Source)).Select(order => order.File!)];
    }

    /// <summary>
    /// First the file, then the receipt that speaks of it. A source of which a newer version was taken in meanwhile is left to the next
    /// pass, which is marked for.
    /// </summary>
    private async Task CompleteAsync(Order order, PostOpener opener)
    {
        var source = await FindOpenAsync(order.Source, opener);
        if (source?.IsOf(order.Known) != true)
            return;
        _open[order.Item] = source;
        var wasMade = await MakeAsync(order);
        _open.TryRemove(order.Item, out _);
        if (wasMade is not { } made)
            return;

        // Who reads it writes the receipt, and marks when that is done.
        if (source.Receipt.State == ReceiptState.Reading)
        {
            _known[order.Item] = order.Known with { MadeOf = null };
            return;
        }

        // Of a faulty version's last good one only what is grave counts: its lines are not those that the author sees.
        var isWhole = source.Receipt.Faults.IsEmpty;
        var own = order.IsExcluded ? [] : source.OwnDiagnostics;
        var ofGood = own.Concat(order.Diagnostics).Concat(made.Diagnostics.Select(ReceiptDiagnostic.Of)).Distinct();
        var complete = source.Receipt with
        {
            State = made.Outcome.State,
            File = made.Outcome.File,
            Url = made.Outcome.Url,
            Due = made.Outcome.Due,
            Preview = made.Outcome.Preview,
            Html = made.Html,
            Good = made.IsLost ? null : source.Receipt.Good,
            Diagnostics = [.. source.Receipt.Faults, .. ofGood.Where(found => isWhole || found.IsError)],
        };
        var etag = source.ETag;
        if (!complete.IsSameAs(source.Receipt))
            etag = await PostReceipts.TryWriteAsync(complete, new StoredReceipt(source.Receipt, source.ETag), _cancellation);
        if (made.IsLost)
            _hasLost = true;
        else if (etag is not null)
            _known[order.Item] = order.Known with { ReceiptETag = etag, MadeOf = made.IsRefused ? null : order.MadeOf };
    }

    /// <summary>Makes and writes the file of a source.</summary>
    /// <returns>What its receipt is to say; null if that is left to the next pass.</returns>
    private async Task<Made?> MakeAsync(Order order)
    {
        // A page is made in any case: what is wrong with its layout is known only then.
        if (order.File is not { } file || (order.IsCopy && IsCurrent(file)))
            return new Made(order.Outcome);

        RenderedFile rendered;
        try
        {
            rendered = await file.RenderAsync(_planned!.Inputs, _content!, _cancellation);
        }
        catch (SourceChangedException)
        {
            // Of a faulty source nothing is left if somebody else took its file away, or if it never was public: a worker died before.
            return order.Known.HasErrors && !_public.Has(file.Name) && !_public.WasDisturbed
                ? new Made(order.Outcome with { File = null, Url = null }) { IsLost = true }
                : null;
        }

        if (await _public.PutAsync(file.Name, rendered.Content, _cancellation) is not null)
        {
            _files[file.Name] = _public.Written(file.Name, file.MadeOf, rendered.Content);
            var ofLayouts = rendered.LayoutFaults.Select(fault => fault.ToDiagnosticOf(order.Source));
            return new Made(order.Outcome) { Html = rendered.Post?.Html, Diagnostics = [.. rendered.Diagnostics, .. ofLayouts] };
        }

        if (!_public.Refused.TryGetValue(file.Name, out var refusal))
            return null;
        // What is there stays, and the next build tries again.
        _told[file.Name] = true;
        return new Made(_public.Has(file.Name) ? order.Outcome with { State = ReceiptState.Faulty } : new Outcome(ReceiptState.Faulty))
        {
            IsRefused = true,
            Diagnostics =
            [
                new Diagnostic(
                    DiagnosticRules.Unreadable,
                    order.Source,
                    TextPosition.Start,
                    $"/{file.Name} could not be written: {refusal.Message}"),
            ],
        };
    }

    /// <summary>
    /// The good version of an author's file. Where a faulty one lies in its place, the public file is all that is left of it.
    /// </summary>
    /// <returns>Null if it cannot be had.</returns>
    private async Task<Source?> ReadAssetAsync(string source, KnownSource known, Receipt receipt)
    {
        var good = receipt.Good!;
        if (good.Content is not null)
            return good.ToSource(source);
        if (await _tools.Stores.Posts.ReadUpToAsync(source, Source.MaxBytes, _cancellation) is ReadAnswer.Found found
            && found.Item.ETag == good.ETag)
            return Source.Of(found);
        return known.HasErrors
            && await _tools.Stores.Public.ReadUpToAsync(SourceName.WithoutPostsFolder(source), Source.MaxBytes, _cancellation)
                is ReadAnswer.Found kept
            ? new Source(source, kept.Bytes, good.ETag, good.Created)
            : null;
    }

    /// <summary>Opens the receipt of a source; null if it is gone.</summary>
    private async Task<OpenSource?> OpenAsync(string source, PostOpener opener) =>
        await _tools.Posts.ReadReceiptAsync(source, _cancellation) is { } stored ? await opener.OpenAsync(stored, _cancellation) : null;

    private async Task<OpenSource?> FindOpenAsync(string source, PostOpener opener) =>
        _open.TryGetValue(PostReceipts.ItemOf(source), out var open) ? open : await OpenAsync(source, opener);

    private ParallelOptions Parallelism(int degree) => new() { MaxDegreeOfParallelism = degree, CancellationToken = _cancellation };

    /// <summary>What was made of a source, for its receipt.</summary>
    private sealed record Made(Outcome Outcome)
    {
        /// <summary>Whether its good version cannot be had any more.</summary>
        public bool IsLost { get; init; }

        public string? Html { get; init; }

        public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

        /// <summary>Whether the storage did not take its file.</summary>
        public bool IsRefused { get; init; }
    }

    /// <summary>The content of the good versions, as receipts and the posts container have it.</summary>
    private sealed class ReceiptContent(BuildPass pass, PostOpener opener) : ISourceContent
    {
        public async ValueTask<Post> ReadPostAsync(PostSummary post, CancellationToken cancellationToken) =>
            await pass.FindOpenAsync(post.SourceName, opener) is { Reading.Post: { } read } && read.ContentHash == post.Content
                ? read
                : throw new SourceChangedException(post.SourceName);

        public async ValueTask<Post> ReadPageAsync(PostSummary page, PageLists lists, CancellationToken cancellationToken) =>
            await pass.FindOpenAsync(page.SourceName, opener) is { Reading.Post: { } read } source && read.ContentHash == page.Content
                && opener.OpenPage(source, lists) is { } whole
                ? whole
                : throw new SourceChangedException(page.SourceName);

        public ValueTask<byte[]> WriteSearchPartAsync(
            string part, ImmutableArray<PostToIndex> posts, CancellationToken cancellationToken) =>
            pass._tools.Words.WritePartAsync(part, posts, ReadPostAsync, cancellationToken);

        public async ValueTask<Source> ReadAssetAsync(AssetSummary asset, CancellationToken cancellationToken)
        {
            var known = pass._known[pass.PostReceipts.ItemOf(asset.SourceName)];
            return await pass.OpenAsync(asset.SourceName, opener) is { } open && open.IsOf(known)
                && await pass.ReadAssetAsync(asset.SourceName, known, open.Receipt) is { } source
                ? source
                : throw new SourceChangedException(asset.SourceName);
        }

        public async ValueTask<ReadOnlyMemory<byte>> ReadVariantAsync(AssetSummary picture, int number, CancellationToken cancellationToken)
        {
            var copy = pass.CopyFor(pass._planned!.Inputs.Settings).Of(await ReadAssetAsync(picture, cancellationToken));
            return ImageReader.Read(copy.Name, copy.Bytes, ImageDepth.Variants).Contents[number];
        }
    }
}
