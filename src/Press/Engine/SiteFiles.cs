using System.Collections.Immutable;

namespace Press;

/// <summary>The receipts of the site's files, kept in memory by ETag: every build needs them all.</summary>
internal sealed class SiteFiles(SourceIntake site)
{
    private ImmutableSortedDictionary<string, StoredReceipt> _kept = ImmutableSortedDictionary.Create<string, StoredReceipt>(StringComparer.Ordinal);

    public ReceiptFolder Receipts => site.Receipts;

    /// <summary>Reads the receipts that these items hold, by source name (ordinal).</summary>
    /// <param name="items">Each with its ETag; null for one that may be another one than was seen last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyCollection<StoredReceipt>> ReadAsync(IEnumerable<(string Item, string? ETag)> items, CancellationToken cancellationToken)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, StoredReceipt>(StringComparer.Ordinal);
        foreach (var (item, etag) in items)
        {
            if (Receipts.SourceOf(item) is not { } source)
                continue;
            var stored = etag is not null && _kept.TryGetValue(source, out var kept) && kept.ETag == etag ? kept : await site.ReadReceiptAsync(source, cancellationToken);
            if (stored is not null)
                read[source] = stored;
        }

        _kept = read.ToImmutable();
        return [.. _kept.Values];
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
