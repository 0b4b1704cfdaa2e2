namespace Press;

/// <summary>Keeps the memo in storage, and the newest one that was seen in memory.</summary>
internal sealed class MemoKeeper(IStore press)
{
    private volatile StoredMemo _newest = StoredMemo.None;

    /// <summary>The memo that a listing shows.</summary>
    /// <param name="item">Its item in the listing; null if there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<StoredMemo> ReadAsync(StoredItem? item, CancellationToken cancellationToken)
    {
        var newest = _newest;
        if (newest.ETag == item?.ETag)
            return newest;
        return _newest = item is null ? StoredMemo.None : StoredMemo.Of(await press.ReadAsync(EngineItems.Memo, ifNoneMatch: null, cancellationToken));
    }

    /// <summary>The memo as it is now, without a listing: one small request if nobody else has written it.</summary>
    public async Task<StoredMemo> ReadNewestAsync(CancellationToken cancellationToken)
    {
        var newest = _newest;
        var answer = await press.ReadAsync(EngineItems.Memo, newest.ETag, cancellationToken);
        return answer is ReadAnswer.NotModified ? newest : _newest = StoredMemo.Of(answer);
    }

    /// <summary>
    /// Saves a memo over the one that its maker began with, whatever others who share this keeper have read since: a maker that has lost
    /// its lock must not save over what the next one knows.
    /// </summary>
    /// <returns>The memo as it is stored now; null if somebody else has written one.</returns>
    public async Task<StoredMemo?> TrySaveAsync(BuildMemo memo, StoredMemo over, CancellationToken cancellationToken)
    {
        var content = memo.ToContent();
        var hash = ContentHash.Of(content.Bytes.Span);
        if (hash == over.Hash)
            return over;

        var condition = over.ETag is { } etag ? WriteCondition.IfMatch(etag) : WriteCondition.IfAbsent;
        return await press.WriteAsync(EngineItems.Memo, content, condition, cancellationToken) is { } written ? _newest = new StoredMemo(memo, written, hash) : null;
    }
}

/// <summary>A memo as it lies in storage.</summary>
/// <param name="Memo">What it says.</param>
/// <param name="ETag">Of its item; null if there is none.</param>
/// <param name="Hash">Of its content; null if there is none.</param>
internal sealed record StoredMemo(BuildMemo Memo, string? ETag, string? Hash)
{
    public static StoredMemo None { get; } = new(BuildMemo.Empty, ETag: null, Hash: null);

    public static StoredMemo Of(ReadAnswer answer) =>
        answer is ReadAnswer.Found found ? new(BuildMemo.Parse(found.Bytes.Span), found.Item.ETag, ContentHash.Of(found.Bytes.Span)) : None;
}
