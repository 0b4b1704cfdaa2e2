using System.Collections.Immutable;

namespace Press;

/// <summary>The receipts of the site's files, kept in memory by ETag: every build needs them all.</summary>
internal sealed class SiteFiles(SourceIntake site)
{
    private ImmutableSortedDictionary<string, StoredReceipt> _kept = ImmutableSortedDictionary.Create<string, StoredReceipt>(StringComparer.Ordinal);

    public ReceiptFolder Receipts => site.Receipts;

    /// <summary>Reads the receipts that a listing shows, by source name (ordinal).</summary>
    public async Task<IEnumerable<StoredReceipt>> ReadAsync(IEnumerable<StoredItem> press, CancellationToken cancellationToken)
    {
        var read = ImmutableSortedDictionary.CreateBuilder<string, StoredReceipt>(StringComparer.Ordinal);
        foreach (var item in press)
        {
            if (Receipts.SourceOf(item.Name) is not { } source)
                continue;
            var stored = _kept.TryGetValue(source, out var kept) && kept.ETag == item.ETag ? kept : await site.ReadReceiptAsync(source, cancellationToken);
            if (stored is not null)
                read[source] = stored;
        }

        _kept = read.ToImmutable();
        return _kept.Values;
    }

    /// <summary>Completes the receipt of a site's file; null if a newer version was taken in meanwhile.</summary>
    public async Task<StoredReceipt?> CompleteAsync(StoredReceipt stored, Receipt complete, CancellationToken cancellationToken)
    {
        if (stored.Receipt.IsSameAs(complete))
            return stored;
        if (await Receipts.TryWriteAsync(complete, stored, cancellationToken) is not { } etag)
            return null;

        var completed = new StoredReceipt(complete, etag);
        _kept = _kept.SetItem(complete.Source, completed);
        return completed;
    }
}
