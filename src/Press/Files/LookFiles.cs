namespace Press;

/// <summary>The files that every page loads: the theme's, with the site's own in their place.</summary>
internal static class LookFiles
{
    public static IEnumerable<PlannedFile> Of(Site site, UInt128 engine) =>
        site.Assets.Select(asset => new PlannedFile(
            asset.Name,
            HashBuilder.OfAll(engine, HashBuilder.Of(asset.Bytes.Span)),
            SourceName: null,
            (_, _, _) => new(new RenderedFile(PublicFiles.ThemeOf(asset)))));
}
