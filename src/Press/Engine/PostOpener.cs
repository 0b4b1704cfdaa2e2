using System.Text;

namespace Press;

/// <summary>Reads the good versions that receipts hold, as one site has them.</summary>
internal sealed class PostOpener
{
    private readonly PartedReading _parts;
    private readonly Func<PageLists?, PostReader> _readerWith;
    private readonly PostReader _reader;
    private readonly string _readWith;
    private readonly string _readWithTemplates;

    /// <summary>An opener for a site.</summary>
    /// <param name="site">Its settings, and what Liquid of posts may use.</param>
    /// <param name="engine">The engine that reads.</param>
    /// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
    /// <param name="posts">The container with the files that posts include from their folders.</param>
    public PostOpener(Site site, string engine, bool trustsHtml, IStore posts)
    {
        _parts = PartedReading.From(posts);
        _readerWith = lists => new PostReader(site.Settings, trustsHtml, site.Templates, lists);
        _reader = _readerWith(null);
        var settings = engine + site.Settings.ETag;
        _readWith = ContentHash.Of(Encoding.UTF8.GetBytes(settings));
        _readWithTemplates = ContentHash.Of(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{settings} {site.Templates.Hash}")));
    }

    /// <summary>Whether a post that was read with this would be read as the same post again.</summary>
    /// <param name="readWith">Of <see cref="OpenSource.ReadWith"/>.</param>
    public bool IsCurrent(string? readWith) => readWith is null || readWith == _readWith || readWith == _readWithTemplates;

    /// <summary>Reads a page again, with all posts; null if it cannot be a page with them.</summary>
    public Post? OpenPage(OpenSource page, PageLists lists) =>
        _readerWith(lists).ReadWithLists(page.Reading!.Source);

    /// <summary>Reads what a receipt holds.</summary>
    public async Task<OpenSource> OpenAsync(StoredReceipt stored, CancellationToken cancellationToken)
    {
        var receipt = stored.Receipt;
        if (receipt.Good is not { } good || !PageSource.Is(receipt.Source, good.Content))
            return new OpenSource(receipt, stored.ETag, Reading: null, ReadWith: null);
        var reading = await _parts.ReadAsync(_reader, good.ToSource(receipt.Source), cancellationToken);
        // Only Liquid sees includes and data: no other post is read again for them.
        return new OpenSource(receipt, stored.ETag, reading, reading.HasLiquid ? _readWithTemplates : _readWith);
    }
}
