namespace Press;

/// <summary>
/// An author's file as it goes to the public: a drawing less what nobody sees, a picture less what it says beside its pixels. What is
/// made of one is not changed again, so that the public file can stand in for a source that is gone.
/// </summary>
/// <param name="KeepsMetadata">Whether pictures keep their EXIF: place, camera, author.</param>
/// <param name="TrustsHtml">The operator's word that authors' drawings may run.</param>
internal sealed record PublicCopy(bool KeepsMetadata, bool TrustsHtml)
{
    // A newer reader of drawings, or other rules for metadata: then the same source gives other bytes.
    private const string SvgVersion = "1";

    /// <summary>By which rules it is made; another text, other files.</summary>
    public string Rules =>
        $"svg {SvgVersion}{(TrustsHtml ? "+active" : "")}, metadata {ImageMetadata.Version}{(KeepsMetadata ? "+kept" : "")}";

    /// <summary>The source with the bytes that are published: its own, if nothing has to be taken out.</summary>
    public Source Of(Source asset)
    {
        var bytes = BytesOf(asset);
        return bytes.Equals(asset.Bytes) ? asset : asset with { Bytes = bytes, Length = bytes.Length, ETag = $"{asset.ETag} {Rules}" };
    }

    /// <summary>What is written of a source that <see cref="Of"/> gave.</summary>
    public StoreContent ContentOf(Source copy) => PublicFiles.AssetOf(copy, isAttachment: AssetReader.LooksInto(copy.Name, TrustsHtml));

    private ReadOnlyMemory<byte> BytesOf(Source asset) =>
        AssetReader.LooksInto(asset.Name, TrustsHtml) ? SvgReader.Read(asset.Bytes).Bytes
        : !KeepsMetadata && ImageReader.Knows(asset.Name) ? ImageMetadata.Cut(asset.Bytes)
        : asset.Bytes;
}
