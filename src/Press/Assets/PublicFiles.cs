namespace Press;

/// <summary>How a web server hands out what goes to the public store.</summary>
internal static class PublicFiles
{
    // A page may change at any time, and its ETag makes asking again cheap.
    private const string PageCaching = "public, max-age=0, must-revalidate";
    private const string MediaCaching = "public, max-age=3600";

    private const string Attachment = "attachment";

    // The layouts' links to these files carry a hash of them; nothing else of the site's look is linked so.
    private const string ThemeCaching = "public, max-age=31536000, immutable";

    /// <summary>A page.</summary>
    public static StoreContent PageOf(ReadOnlyMemory<byte> html) => new(html, MediaTypes.Html, PageCaching);

    /// <summary>A file of the site's look.</summary>
    public static StoreContent ThemeOf(Source asset) =>
        new(asset.Bytes, MediaTypes.Of(asset.Name), Theme.Has(asset.Name) ? ThemeCaching : MediaCaching);

    /// <summary>A file of an author.</summary>
    /// <param name="asset">As <see cref="PublicCopy"/> gave it.</param>
    /// <param name="isAttachment">Whether a browser that is led to it saves it; in a page it is shown all the same.</param>
    public static StoreContent AssetOf(Source asset, bool isAttachment) =>
        new(asset.Bytes, MediaTypes.Of(asset.Name), MediaCaching, isAttachment ? Attachment : null);

    /// <summary>A file that is made of the whole site, as a listing is, and no page: a feed, say.</summary>
    public static StoreContent GeneratedOf(ReadOnlyMemory<byte> bytes, string contentType) => new(bytes, contentType, PageCaching);

    /// <summary>A picture that is made of a post's title.</summary>
    public static StoreContent PictureOf(ReadOnlyMemory<byte> png) => new(png, "image/png", MediaCaching);

    /// <summary>A smaller version of a picture.</summary>
    public static StoreContent VariantOf(ReadOnlyMemory<byte> content) => new(content, "image/webp", MediaCaching);
}
