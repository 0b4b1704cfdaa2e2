namespace Press;

/// <summary>The pictures of a site, or those that one page shows, by the links to them.</summary>
internal sealed class SiteImages
{
    private readonly Dictionary<string, SiteImage> _images;
    private readonly SiteSettings _settings;

    public SiteImages(SiteSettings settings, IEnumerable<SiteImage> images) =>
        (_settings, _images) = (settings, images.ToDictionary(image => image.File, StringComparer.Ordinal));

    private SiteImages(SiteSettings settings, Dictionary<string, SiteImage> images) => (_settings, _images) = (settings, images);

    /// <summary>The same pictures, by the links of other settings.</summary>
    public SiteImages In(SiteSettings settings) => new(settings, _images);

    /// <summary>How large the picture at a URL is, with links as absolute as the settings allow; null for one of another site.</summary>
    public ImageSize? SizeAt(string? url) => At(url) is { } image
        ? new ImageSize(image.Facts.Width, image.Facts.Height, image.SourceSet(url!, _settings.AbsoluteLink))
        : null;

    /// <summary>The picture that is this public file; null if there is none of which anything is known.</summary>
    public SiteImage? Find(string file) => _images.GetValueOrDefault(file);

    /// <summary>The picture to which a link leads; null for one of another site.</summary>
    public SiteImage? At(string? link) => _settings.FileOf(link) is { } file ? Find(file) : null;

    /// <summary>What an <c>srcset</c> says of the picture at a link; null if there are no smaller versions.</summary>
    public string? SourceSetOf(string link) => At(link)?.SourceSet(link, _settings.Link);
}
