namespace Press.Cli.Push;

/// <summary>A file of the folder and the container that it belongs to.</summary>
/// <param name="Source">The file.</param>
/// <param name="Container">Where authors' or designers' files go.</param>
/// <param name="Receipts">Where it is told what became of it.</param>
internal sealed record Upload(Source Source, IStore Container, ReceiptFolder Receipts)
{
    /// <summary>The ETag that it got in the container; null before it is there.</summary>
    public string? ETag { get; init; }

    /// <summary>Settings, layouts and style sheets go to the designers' container, all else to the authors'.</summary>
    public static Upload Of(Source source, SiteStores stores) =>
        SourceName.KindOf(source.Name) == SourceKind.Site
            ? new Upload(source, stores.Site, ReceiptFolder.OfSite(stores.Press))
            : new Upload(source, stores.Posts, ReceiptFolder.OfPosts(stores.Press));

    public async Task<Upload> SendAsync(CancellationToken cancellationToken) => this with
    {
        ETag = await Container.WriteAsync(
            Source.Name, new StoreContent(Source.Bytes, MediaTypes.Of(Source.Name)), WriteCondition.Always, cancellationToken),
    };

    /// <summary>The receipt of what was sent, or of something newer; null as long as nobody has dealt with it.</summary>
    public async Task<Receipt?> FindReceiptAsync(CancellationToken cancellationToken) =>
        await Receipts.FindAsync(Source.Name, cancellationToken) is { State: not (ReceiptState.Pending or ReceiptState.Reading) } receipt
            && receipt.ETag == ETag ? receipt : null;
}
