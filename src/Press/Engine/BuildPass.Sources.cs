using System.Collections.Concurrent;
using System.Text;

namespace Press;

/// <summary>From receipts to what is known of each source, and from the plan back to public files and receipts.</summary>
internal sealed partial class BuildPass
{
    // Posts that were read in this pass, so that few are read twice. More than a batch would fill the memory.
    private readonly ConcurrentDictionary<string, OpenSource> _open = new(StringComparer.Ordinal);

    // The refused files of which receipts speak.
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <summary>Reads what has another receipt than the memo says, or was read with other settings.</summary>
    private async Task ReadPostsAsync(SiteSettings settings)
    {
        var reader = new PostReader(settings, _tools.TrustsHtml);
        var readWith = ContentHash.Of(Encoding.UTF8.GetBytes(_tools.Engine + settings.ETag));
        var stale = _press.Values.Where(item => PostReceipts.SourceOf(item.Name) is not null && !IsCurrent(item)).ToList();
        foreach (var batch in stale.Chunk(_tools.Limits.Batch))
        {
            await Parallel.ForEachAsync(batch, Parallelism(_tools.Limits.Parallel), async (item, token) =>
            {
                if (await OpenAsync(PostReceipts.SourceOf(item.Name)!, reader) is not { } source)
                {
                    _known.TryRemove(item.Name, out _);
                    return;
                }

                _known[item.Name] = source.ToKnown(_known.GetValueOrDefault(item.Name), readWith, settings);
                if (_open.Count < _tools.Limits.Batch)
                    _open[item.Name] = source;
            });
            if (batch.Length < stale.Count)
                await SaveAsync();
        }

        bool IsCurrent(StoredItem item) =>
            _known.TryGetValue(item.Name, out var known) && known.ReceiptETag == item.ETag && (known.ReadWith is null || known.ReadWith == readWith);
    }

    /// <summary>Makes the public file and completes the receipt of every source for which either is not as it should be.</summary>
    private async Task CompleteSourcesAsync(Site site, SitePlan plan, SiteImages images)
    {
        var work = new SourceWork(site, plan, images, new PageComposer(site, plan.Catalog, images, _tools.TrustsHtml), new PostReader(site.Settings, _tools.TrustsHtml), _tools.Engine, _now);
        var orders = _known
            .Where(known => PostReceipts.SourceOf(known.Key) is not null)
            .Select(known => work.OrderOf(PostReceipts.SourceOf(known.Key)!, known.Key, known.Value))
            .Where(order => order.Known.MadeOf != order.MadeOf || (order.Outcome.File is { } file && (order.Known.FileHash is null || _public.HashOf(file) != order.Known.FileHash)))
            .OrderBy(order => order.Source, StringComparer.Ordinal)
            .ToList();

        foreach (var copies in new[] { false, true })
        {
            var ofKind = orders.Where(order => order.IsCopy == copies).ToList();
            foreach (var batch in ofKind.Chunk(_tools.Limits.Batch))
            {
                await Parallel.ForEachAsync(batch, Parallelism(copies ? _tools.Limits.ParallelCopies : _tools.Limits.Parallel), async (order, _) => await CompleteAsync(order, work));
                if (batch.Length < ofKind.Count)
                    await SaveAsync();
            }
        }
    }

    /// <summary>First the file, then the receipt that speaks of it. A source of which a newer version was taken in meanwhile is left to the next pass, which is marked for.</summary>
    private async Task CompleteAsync(Order order, SourceWork work)
    {
        var source = _open.TryRemove(order.Item, out var open) ? open : await OpenAsync(order.Source, work.Reader);
        if (source is null || source.ETag != order.Known.ReceiptETag)
            return;

        var diagnostics = new DiagnosticBag(order.Source);
        var (outcome, fileHash, html, isRefused) = (order.Outcome, (string?)null, (string?)null, false);
        if (outcome.File is { } file)
        {
            if (source.Reading?.Post is { } post)
            {
                var resolved = order.Context!.Resolve(post, work.Site.Settings);
                html = resolved.Html;
                fileHash = await _public.PutAsync(PublicFiles.OfPage(work.Composer.LayOut(resolved, order.Context, diagnostics)), _cancellation);
            }
            else
            {
                fileHash = await PutAssetAsync(order, file, source.Receipt);
            }

            if (fileHash is null && _public.Refused.TryGetValue(file, out var refusal))
            {
                // What is there stays, and the next build tries again.
                diagnostics.Add(DiagnosticRules.Unreadable, TextPosition.Start, $"/{file} could not be written: {refusal.Message}");
                outcome = _public.Has(file) ? outcome with { State = ReceiptState.Faulty } : new Outcome(ReceiptState.Faulty);
                _told[file] = isRefused = true;
            }
            else if (fileHash is null && (_public.WasDisturbed || !order.Known.HasErrors))
            {
                return;
            }
            else if (fileHash is null)
            {
                outcome = outcome with { File = null, Url = null };
            }
        }

        // Who reads it writes the receipt, and marks when that is done.
        if (source.Receipt.State == ReceiptState.Reading)
        {
            _known[order.Item] = order.Known with { MadeOf = null, FileHash = fileHash };
            return;
        }

        var complete = source.Receipt with
        {
            State = outcome.State,
            File = outcome.File,
            Url = outcome.Url,
            Due = outcome.Due,
            Html = html,
            Diagnostics = [.. source.Receipt.Faults, .. source.OwnDiagnostics, .. order.Diagnostics, .. diagnostics.ToImmutable().Select(ReceiptDiagnostic.Of)],
        };
        var etag = source.ETag;
        if (!complete.IsSameAs(source.Receipt))
            etag = await PostReceipts.TryWriteAsync(complete, new StoredReceipt(source.Receipt, source.ETag), _cancellation);
        if (etag is not null)
            _known[order.Item] = order.Known with { ReceiptETag = etag, MadeOf = isRefused ? null : order.MadeOf, FileHash = fileHash };
    }

    /// <summary>Copies an author's file. One whose newer version cannot be published stays as it is.</summary>
    /// <returns>Its hash; null if it cannot be had.</returns>
    private async Task<string?> PutAssetAsync(Order order, string file, Receipt receipt)
    {
        if (order.Known.FileHash is { } hash && _public.HashOf(file) == hash)
            return hash;

        return await ReadAssetAsync(order.Source, order.Known, receipt) is { } asset ? await _public.PutAsync(PublicFiles.OfAsset(asset), _cancellation) : null;
    }

    /// <summary>The good version of an author's file. Where a faulty one lies in its place, the public file is all that is left of it.</summary>
    /// <returns>Null if it cannot be had.</returns>
    private async Task<Source?> ReadAssetAsync(string source, KnownSource known, Receipt receipt)
    {
        var good = receipt.Good!;
        if (good.Content is not null)
            return good.ToSource(source);
        if (await _tools.Stores.Posts.ReadUpToAsync(source, AssetReader.MaxBytes, _cancellation) is ReadAnswer.Found found && found.Item.ETag == good.ETag)
            return Source.Of(found);
        return known.HasErrors && await _tools.Stores.Public.ReadUpToAsync(SourceName.WithoutPostsFolder(source), AssetReader.MaxBytes, _cancellation) is ReadAnswer.Found kept
            ? new Source(source, kept.Bytes, good.ETag, good.Created)
            : null;
    }

    /// <summary>Opens the receipt of a source; null if it is gone.</summary>
    private async Task<OpenSource?> OpenAsync(string source, PostReader reader) =>
        await _tools.Posts.ReadReceiptAsync(source, _cancellation) is { Receipt: { } receipt } stored
            ? new OpenSource(receipt, stored.ETag, receipt.Good is not null && SourceName.KindOf(source) == SourceKind.Post ? reader.Read(receipt.Good.ToSource(source)) : null)
            : null;

    private ParallelOptions Parallelism(int degree) => new() { MaxDegreeOfParallelism = degree, CancellationToken = _cancellation };
}
