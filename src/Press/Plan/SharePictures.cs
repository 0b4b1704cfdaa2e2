namespace Press;

/// <summary>Which posts get a share picture: those that name no picture, on a site whose settings say so and have a <c>url</c>.</summary>
internal static class SharePictures
{
    /// <summary>What the picture of a post shows; null if it gets none.</summary>
    public static ShareCard? Of(PostEntry entry, SiteSettings settings) =>
        settings.SharePictures && settings.HasAbsoluteLinks && entry.Image is null && ImageVariant.HasRoom(FileOf(entry))
            && ShareLetters.Shown(entry.Title) is { } title
            ? new ShareCard(title, ShareLetters.Shown(settings.TitleIn(entry.Lang)), settings.Look.Light)
            : null;

    /// <summary>The file of a post's picture.</summary>
    public static string FileOf(PostEntry entry) => ShareCard.FileOf(UrlPath.ToFile(entry.Path));
}
