using System.Collections.Immutable;

namespace Press;

/// <summary>The bodies of the posts that feeds carry, kept in memory by the ETags of their receipts: every build needs them all.</summary>
internal sealed class FeedBodies(SourceIntake posts)
{
    private ImmutableDictionary<string, StoredReceipt> _kept = ImmutableDictionary.Create<string, StoredReceipt>(StringComparer.Ordinal);

    /// <summary>Reads the bodies by source, and forgets all others. A post without one has none in it.</summary>
    /// <param name="receipts">The ETag of the receipt of each post, by its source.</param>
    /// <param name="parallelism">How many are read at a time.</param>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(IReadOnlyDictionary<string, string> receipts, ParallelOptions parallelism)
    {
        var read = new System.Collections.Concurrent.ConcurrentDictionary<string, StoredReceipt>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(receipts, parallelism, async (receipt, token) =>
        {
            var stored = _kept.TryGetValue(receipt.Key, out var kept) && kept.ETag == receipt.Value ? kept : await posts.ReadReceiptAsync(receipt.Key, token);
            if (stored is not null)
                read[receipt.Key] = stored;
        });

        _kept = read.ToImmutableDictionary(StringComparer.Ordinal);
        return _kept.Where(body => body.Value.Receipt.Html is not null).ToDictionary(body => body.Key, body => body.Value.Receipt.Html!, StringComparer.Ordinal);
    }
}
