using System.Runtime.CompilerServices;
using System.Text;

namespace Press;

/// <summary>The receipts of one container's sources.</summary>
public sealed class ReceiptFolder
{
    // For sources whose name no receipt can have.
    private const string RefusedFolder = "refused/";

    private readonly IStore _press;
    private readonly string _folder;

    private ReceiptFolder(IStore press, string folder) => (_press, _folder) = (press, folder);

    /// <summary>The receipts of what authors uploaded.</summary>
    public static ReceiptFolder OfPosts(IStore press) => new(press, "receipts/");

    /// <summary>The receipts of what designers uploaded.</summary>
    public static ReceiptFolder OfSite(IStore press) => new(press, "site/");

    /// <summary>The receipt of a source; null if it was never taken in.</summary>
    public async Task<Receipt?> FindAsync(string source, CancellationToken cancellationToken) =>
        source is not "" && await ReadAsync(source, cancellationToken) is { Receipt: { IsReadable: true } receipt } ? receipt : null;

    /// <summary>All receipts, by source name (ordinal); those of sources with names that cannot be come last.</summary>
    public async IAsyncEnumerable<Receipt> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in _press.ListAsync(_folder, cancellationToken))
        {
            if (SourceOf(item.Name) is { } source && await FindAsync(source, cancellationToken) is { } receipt)
                yield return receipt;
        }

        await foreach (var item in _press.ListAsync(RefusedFolder + _folder, cancellationToken))
        {
            if (await _press.ReadAsync(item.Name, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
                && Receipt.Parse("", found.Bytes.Span) is { IsReadable: true } receipt)
                yield return receipt;
        }
    }

    /// <summary>Whether a source of this name can have a receipt: its name leaves room for what is put around it.</summary>
    internal bool CanHold(string source) =>
        StoreName.IsValid(source) && StoreName.IsValid($"{EngineItems.MarksFolder}{_folder}{source}.json");

    /// <summary>The item that holds the receipt of a source.</summary>
    internal string ItemOf(string source) =>
        CanHold(source) ? $"{_folder}{source}.json" : $"{RefusedFolder}{_folder}{ContentHash.Of(Encoding.UTF8.GetBytes(source))}.json";

    /// <summary>Whether an item holds the receipt of a source whose name no receipt can have.</summary>
    internal bool IsRefusal(string item) => item.StartsWith(RefusedFolder + _folder, StringComparison.Ordinal);

    /// <summary>The source whose receipt an item holds; null if it holds none of this folder.</summary>
    internal string? SourceOf(string item) =>
        item.StartsWith(_folder, StringComparison.Ordinal) && item.EndsWith(".json", StringComparison.Ordinal)
            ? item[_folder.Length..^".json".Length]
            : null;

    internal async Task<StoredReceipt?> ReadAsync(string source, CancellationToken cancellationToken) =>
        await _press.ReadAsync(ItemOf(source), ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found
            ? new StoredReceipt(Receipt.Parse(source, found.Bytes.Span), found.Item.ETag)
            : null;

    /// <summary>Writes over the receipt that was read, or where none was; the new ETag, or null if somebody else was faster.</summary>
    internal Task<string?> TryWriteAsync(Receipt receipt, StoredReceipt? over, CancellationToken cancellationToken) =>
        _press.WriteAsync(
            ItemOf(receipt.Source),
            new StoreContent(receipt.ToJson(), "application/json"),
            over is null ? WriteCondition.IfAbsent : WriteCondition.IfMatch(over.ETag),
            cancellationToken);

    /// <summary>Writes or deletes a receipt that nothing else writes, and that says the same whoever writes it.</summary>
    internal Task PutRefusalAsync(Receipt receipt, CancellationToken cancellationToken) =>
        _press.WriteAsync(
            ItemOf(receipt.Source), new StoreContent(receipt.ToJson(), "application/json"), WriteCondition.Always, cancellationToken);

    /// <inheritdoc cref="PutRefusalAsync"/>
    internal Task DeleteRefusalAsync(string item, CancellationToken cancellationToken) =>
        _press.DeleteAsync(item, ifMatch: null, cancellationToken);

    /// <summary>Deletes the receipt that was read; false if somebody else has written another one.</summary>
    internal Task<bool> TryDeleteAsync(string source, StoredReceipt read, CancellationToken cancellationToken) =>
        _press.DeleteAsync(ItemOf(source), read.ETag, cancellationToken);
}

/// <summary>A receipt as it was read.</summary>
/// <param name="Receipt">What it says.</param>
/// <param name="ETag">Of the item that holds it.</param>
internal sealed record StoredReceipt(Receipt Receipt, string ETag);
