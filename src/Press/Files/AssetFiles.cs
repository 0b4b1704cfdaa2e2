namespace Press;

/// <summary>The authors' files that are published as they are, and the smaller versions of their pictures.</summary>
internal static class AssetFiles
{
    public static IEnumerable<PlannedFile> CopiesOf(PlanInputs inputs, IReadOnlyDictionary<string, AssetSummary> assets)
    {
        var copy = new PublicCopy(inputs.Settings.KeepImageMetadata, inputs.TrustsHtml);
        return
            from source in inputs.Plan.Assets
            let asset = assets[source]
            select new PlannedFile(asset.File, HashOf(asset, copy), source, async (_, content, cancellationToken) =>
                new RenderedFile(copy.ContentOf(copy.Of(await content.ReadAssetAsync(asset, cancellationToken)))));
    }

    public static IEnumerable<PlannedFile> VariantsOf(PlanInputs inputs, IReadOnlyDictionary<string, AssetSummary> assets) =>
        from source in inputs.Plan.Assets
        let asset = assets[source]
        where asset.Facts is not null
        from variant in inputs.Plan.VariantsOf(source, asset.Facts!)
        select new PlannedFile(variant.File, HashOf(asset.Facts!.Variants[variant.Number]), source, async (_, content, cancellationToken) =>
            new RenderedFile(PublicFiles.VariantOf(await content.ReadVariantAsync(asset, variant.Number, cancellationToken))));

    /// <summary>A hash of what the file of a smaller version is made of: its content is made already.</summary>
    public static UInt128 HashOf(ImageVariant variant) => HashBuilder.Of(variant.Hash);

    /// <summary>A hash of what the public copy of a file is made of.</summary>
    public static UInt128 HashOf(AssetSummary asset, PublicCopy copy)
    {
        var hash = new HashBuilder();
        hash.Add(asset.Content);
        hash.Add(copy.Rules);
        // By the name a web server says what it is.
        hash.Add(asset.SourceName);
        return hash.ToHash();
    }
}
