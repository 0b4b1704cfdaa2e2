using System.Collections.Immutable;

namespace Press;

/// <summary>The receipts of the site's files, kept in memory by ETag: every build needs them all.</summary>
internal sealed class SiteFiles(SourceIntake site)
{
    private ImmutableSortedDictionary<string, StoredReceipt> _kept =
        ImmutableSortedDictionary.Create<string, StoredReceipt>(StringComparer.Ordinal);

    // Layouts of a Jekyll site that elsewhere are faulty; null for a version that is faulty there too.
    private ImmutableDictionary<string, (string ETag, Source? File)> _lax =
        ImmutableDictionary.Create<string, (string, Source?)>(StringComparer.Ordinal);

    private (string Version, Site Site)? _site;

    public ReceiptFolder Receipts => site.Receipts;

    /// <summary>Reads the receipts that these items hold, by source name (ordinal).</summary>
    /// <param name="items">Each with its ETag; null for one that may be another one than was seen last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyCollection<StoredReceipt>> ReadAsync(
        IEnumerable<(string Item, string? ETag)> items, CancellationToken cancellationToken)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, StoredReceipt>(StringComparer.Ordinal);
        foreach (var (item, etag) in items)
        {
            if (Receipts.SourceOf(item) is not { } source)
                continue;
            var stored = etag is not null && _kept.TryGetValue(source, out var kept) && kept.ETag == etag
                ? kept
                : await site.ReadReceiptAsync(source, cancellationToken);
            if (stored is not null)
                read[source] = stored;
        }

        _kept = read.ToImmutable();
        return [.. _kept.Values];
    }

    /// <summary>
    /// The files with which the site is made. What is judged alone is judged strictly; in a site that was made for Jekyll, as its settings
    /// say, layouts are read as Jekyll reads them, and then more of them can be used.
    /// </summary>
    public async Task<SiteLook> LookOfAsync(IReadOnlyCollection<StoredReceipt> receipts, CancellationToken cancellationToken)
    {
        var look = SiteLook.Of(receipts);
        if (!look.Files.TryGetValue(SiteSettings.FileName, out var config) || !Site.Of([config]).Settings.IsJekyllSite)
            return look;
        foreach (var receipt in receipts.Select(stored => stored.Receipt))
        {
            if (receipt.IsFinal && receipt.HasOnlyFaultsOf(DiagnosticRules.BadLayout)
                && await ReadLaxAsync(receipt, config, cancellationToken) is { } file)
                look = new SiteLook(look.Files.SetItem(file.Name, file), look.Lax.Add(file.Name));
        }

        return look;
    }

    /// <summary>The site of these files; the same object as long as they are the same.</summary>
    public Site SiteOf(SiteLook look)
    {
        var version = string.Join(
            '\n', look.Files.Values.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name} {file.ETag}"));
        if (_site?.Version != version)
            _site = (version, Site.Of(look.Files.Values));
        return _site.Value.Site;
    }

    private async Task<Source?> ReadLaxAsync(Receipt receipt, Source config, CancellationToken cancellationToken)
    {
        if (_lax.TryGetValue(receipt.Source, out var kept) && kept.ETag == receipt.ETag)
            return kept.File;
        // Another version than the receipt's is taken in soon, and then built with.
        if (await site.Sources.ReadUpToAsync(receipt.Source, PostReader.MaxBytes, cancellationToken) is not ReadAnswer.Found found
            || found.Item.ETag != receipt.ETag)
            return null;
        var file = SiteLook.ByContent(Source.Of(found));
        var usable = SiteLook.IsUsable(config, file) ? file : null;
        _lax = _lax.SetItem(receipt.Source, (receipt.ETag, usable));
        return usable;
    }

    /// <summary>Completes the receipt of a site's file; null if a newer version was taken in meanwhile.</summary>
    public async Task<StoredReceipt?> CompleteAsync(StoredReceipt stored, Receipt complete, CancellationToken cancellationToken)
    {
        if (stored.Receipt.IsSameAs(complete))
            return stored;
        if (await Receipts.TryWriteAsync(complete, stored, cancellationToken) is not { } etag)
        {
            // Another one lies there now, be it this one: an answer may be lost on its way.
            _kept = _kept.Remove(complete.Source);
            return null;
        }

        var completed = new StoredReceipt(complete, etag);
        _kept = _kept.SetItem(complete.Source, completed);
        return completed;
    }
}
