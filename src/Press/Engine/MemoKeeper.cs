using System.Collections.Immutable;

namespace Press;

/// <summary>Keeps the memo in storage, and in memory as long as nobody else writes it.</summary>
internal sealed class MemoKeeper(IStore press)
{
    private volatile Kept _kept = Kept.Nothing;

    /// <summary>The memo that a listing shows.</summary>
    /// <param name="item">Its item in the listing; null if there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<BuildMemo> ReadAsync(StoredItem? item, CancellationToken cancellationToken)
    {
        if (_kept.ETag != item?.ETag)
        {
            _kept = item is not null && await press.ReadAsync(EngineItems.Memo, ifNoneMatch: null, cancellationToken) is ReadAnswer.Found found ? Kept.Of(found) : Kept.Nothing;
        }

        return _kept.Memo;
    }

    /// <summary>The memo as it is now, without a listing: one small request if nobody else has written it.</summary>
    public async Task<BuildMemo> ReadNewestAsync(CancellationToken cancellationToken)
    {
        var answer = await press.ReadAsync(EngineItems.Memo, _kept.ETag, cancellationToken);
        if (answer is not ReadAnswer.NotModified)
            _kept = answer is ReadAnswer.Found found ? Kept.Of(found) : Kept.Nothing;
        return _kept.Memo;
    }

    /// <summary>Saves the memo over the one that was read; false if somebody else has written it since.</summary>
    public async Task<bool> TrySaveAsync(ImmutableDictionary<string, KnownSource> sources, CancellationToken cancellationToken)
    {
        var memo = new BuildMemo(sources);
        var content = memo.ToContent();
        var hash = ContentHash.Of(content.Bytes.Span);
        if (hash == _kept.Hash)
            return true;

        if (await press.WriteAsync(EngineItems.Memo, content, _kept.ETag is { } etag ? WriteCondition.IfMatch(etag) : WriteCondition.IfAbsent, cancellationToken) is not { } written)
            return false;
        _kept = new Kept(memo, written, hash);
        return true;
    }

    private sealed record Kept(BuildMemo Memo, string? ETag, string? Hash)
    {
        public static Kept Nothing { get; } = new(BuildMemo.Empty, ETag: null, Hash: null);

        public static Kept Of(ReadAnswer.Found found) => new(BuildMemo.Parse(found.Bytes.Span), found.Item.ETag, ContentHash.Of(found.Bytes.Span));
    }
}
