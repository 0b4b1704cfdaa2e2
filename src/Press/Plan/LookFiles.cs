namespace Press;

/// <summary>The files that every page loads: the theme's, with the site's own in their place.</summary>
internal static class LookFiles
{
    public static IEnumerable<PlannedFile> Of(Site site, UInt128 engine) =>
        site.Assets.Select(asset => new PlannedFile(asset.Name, HashOf(asset, engine), SourceName: null, (_, _) => new(new RenderedFile(PublicFiles.ThemeOf(asset)))));

    private static UInt128 HashOf(Source asset, UInt128 engine)
    {
        var hash = new HashBuilder();
        hash.Add(engine);
        hash.Add(HashBuilder.Of(asset.Bytes.Span));
        return hash.ToHash();
    }
}
