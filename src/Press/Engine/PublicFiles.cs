using System.Collections.Immutable;
using System.Text;

namespace Press;

/// <summary>Gathers what goes to the public store.</summary>
internal static class PublicFiles
{
    // A page may change at any time, and its ETag makes asking again cheap.
    private const string PageCaching = "public, max-age=0, must-revalidate";
    private const string MediaCaching = "public, max-age=3600";

    private const string Attachment = "attachment";

    // The layouts' links to these files carry a hash of them; nothing else of the site's look is linked so.
    private const string ThemeCaching = "public, max-age=31536000, immutable";

    /// <summary>All files by name; of two with one name the later.</summary>
    public static ImmutableSortedDictionary<string, PublicFile> ByName(params ReadOnlySpan<IEnumerable<PublicFile>> files)
    {
        var byName = ImmutableSortedDictionary.CreateBuilder<string, PublicFile>(StringComparer.Ordinal);
        foreach (var some in files)
        {
            foreach (var file in some)
                byName[file.Name] = file;
        }

        return byName.ToImmutable();
    }

    public static PublicFile OfTheme(Source asset) =>
        new(asset.Name, new StoreContent(asset.Bytes, MediaTypes.Of(asset.Name), Theme.Assets.Any(own => own.Name == asset.Name) ? ThemeCaching : MediaCaching), SourceName: null);

    public static PublicFile OfPage(Page page) =>
        new(UrlPath.ToFile(page.Path), new StoreContent(Encoding.UTF8.GetBytes(page.Html), MediaTypes.Html, PageCaching), page.SourceName);

    /// <summary>A file of an author.</summary>
    /// <param name="asset">As <see cref="PublicCopy"/> gave it.</param>
    /// <param name="isAttachment">Whether a browser that is led to it saves it; in a page it is shown all the same.</param>
    public static PublicFile OfAsset(Source asset, bool isAttachment)
    {
        var content = new StoreContent(asset.Bytes, MediaTypes.Of(asset.Name), MediaCaching, isAttachment ? Attachment : null);
        return new PublicFile(SourceName.WithoutPostsFolder(asset.Name), content, asset.Name);
    }

    /// <summary>A file that is made of the whole site, as a listing is, and no page: a feed, say.</summary>
    public static PublicFile OfGenerated(string name, ReadOnlyMemory<byte> bytes, string contentType) =>
        new(name, new StoreContent(bytes, contentType, PageCaching), SourceName: null);

    /// <summary>A smaller version of a picture.</summary>
    /// <param name="image">The source of the picture.</param>
    /// <param name="file">The version's own file.</param>
    /// <param name="content">Its bytes.</param>
    public static PublicFile OfVariant(string image, string file, ReadOnlyMemory<byte> content) =>
        new(file, new StoreContent(content, MediaTypes.Of(file), MediaCaching), image);
}
