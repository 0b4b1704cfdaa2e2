using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>What the site as a whole has to know of a post: all but its body. It can be kept, and spares reading the post again.</summary>
internal sealed record PostSummary
{
    /// <summary>The post as the index has it, but for links in its excerpt, which are not resolved yet.</summary>
    public required PostEntry Entry { get; init; }

    [JsonIgnore]
    public string SourceName => Entry.Source;

    /// <summary>Whether it is a post or a page.</summary>
    public SourceRole Role { get; init; }

    /// <summary>Whether it has a front matter.</summary>
    public bool HasFrontMatter { get; init; }

    /// <summary>What <see cref="Entry"/> is if the site makes it a page; null if that is decided.</summary>
    public PostEntry? PageEntry { get; init; }

    /// <summary>A hash of <see cref="Entry"/>.</summary>
    public required UInt128 EntryHash { get; init; }

    /// <summary>A hash of the source's content.</summary>
    public required UInt128 Content { get; init; }

    /// <summary>Whether its body has Liquid that is rendered.</summary>
    public bool HasLiquid { get; init; }

    /// <summary>Whether its Liquid lists posts. Those of a post see none; a page is made of all of them.</summary>
    public bool ListsPosts { get; init; }

    /// <summary>The files of its folder that it includes; <see cref="Content"/> counts what is in them.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>When the source first came to be.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The layout that it names; null for none.</summary>
    public string? Layout { get; init; }

    /// <summary>Where its front matter names its author; null if it does not.</summary>
    public TextPosition? AuthorAt { get; init; }

    /// <summary>The series that it is a part of; null for none.</summary>
    public string? Series { get; init; }

    /// <summary>The permalink that its front matter says; null for none.</summary>
    public string? Permalink { get; init; }

    /// <summary>Draft, or not to be published.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>A moment before which another tool's key keeps it back; null for none.</summary>
    public TimedKey? ShownFrom { get; init; }

    /// <summary>A moment from which on one does; null for none.</summary>
    public TimedKey? ShownUntil { get; init; }

    /// <summary>The links and pictures that lead to the site, or should.</summary>
    public required ImmutableArray<PostLink> Links { get; init; }

    /// <summary>The ids of its page, for <see cref="Press.Anchors"/>.</summary>
    public required string Anchors { get; init; }

    /// <summary>Where <c>page_id</c> stands.</summary>
    public TextPosition PageIdAt { get; init; }

    /// <summary>Where the tags stand.</summary>
    public TextPosition TagsAt { get; init; }

    /// <summary>Where the categories stand.</summary>
    public TextPosition CategoriesAt { get; init; }

    /// <summary>
    /// The files of the site that its page and its cards show as images, each once (ordinal). Not all of them need be there.
    /// </summary>
    public required ImmutableArray<string> Images { get; init; }

    /// <summary>The key that an author would change to give the post another URL.</summary>
    public required string UrlKey { get; init; }

    /// <summary>Where that key stands.</summary>
    public required TextPosition UrlPosition { get; init; }

    /// <summary>Old paths that lead to the post.</summary>
    public required ImmutableArray<OldPath> OldPaths { get; init; }

    /// <summary>Whether its title and excerpt are written in Hangul for the most part.</summary>
    public bool IsKorean { get; init; }

    public static PostSummary Of(Post post, SiteSettings settings)
    {
        var urlKey = post.FrontMatter.Permalink is not null || post.Role is SourceRole.Page ? "permalink" : "slug";
        var entry = post.Role is SourceRole.Page ? PostEntry.OfPage(post, settings) : PostEntry.Of(post, settings);
        return new PostSummary
        {
            Entry = entry,
            Role = post.Role,
            HasFrontMatter = post.HasFrontMatter,
            PageEntry = post.Role is SourceRole.PostWithoutFolder ? PostEntry.OfPage(post, settings) : null,
            EntryHash = HashBuilder.Of(CatalogJson.Serialize([entry])),
            Content = post.ContentHash,
            Parts = post.Parts,
            Created = post.Created,
            HasLiquid = post.HasLiquid,
            ListsPosts = post.ListsPosts,
            Layout = post.FrontMatter.Layout,
            AuthorAt = post.FrontMatter.Author is null ? null : PositionOfNames(post, "author", "authors"),
            Series = post.FrontMatter.Series,
            Permalink = post.FrontMatter.Permalink,
            IsWithheld = post.FrontMatter is { Published: false } or { Draft: true },
            ShownFrom = post.FrontMatter.ShownFrom,
            ShownUntil = post.FrontMatter.ShownUntil,
            Links = WithImages(post, entry, settings),
            Anchors = post.Anchors,
            PageIdAt = post.FrontMatter.PositionOf("page_id"),
            TagsAt = PositionOfNames(post, "tag", "tags"),
            CategoriesAt = PositionOfNames(post, "category", "categories"),
            Images = [.. ImageTags.FilesOf(post.Html, settings).Concat(ImagesOf(entry, settings)).Concat(FilesBeside(post))
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            UrlKey = urlKey,
            UrlPosition = post.FrontMatter.PositionOf(urlKey),
            OldPaths = post.FrontMatter.RedirectFrom,
            IsKorean = Hangul.IsMostOf($"{entry.Title} {entry.Excerpt}"),
        };
    }

    /// <summary>
    /// Whether it stands in the site where the other one does: at the same URL and date, in the same lists. Then they differ in text
    /// alone, and of the site around only what shows that text is made anew.
    /// </summary>
    public bool StandsAs(PostSummary other) => ReferenceEquals(this, other) || WithTextOf(other) == other;

    /// <summary>Whatever is not named here counts as a place, what is added one day too.</summary>
    private PostSummary WithTextOf(PostSummary other) => this with
    {
        Entry = Entry.WithTextOf(other.Entry),
        PageEntry = other.PageEntry is null ? PageEntry : PageEntry?.WithTextOf(other.PageEntry),
        EntryHash = other.EntryHash,
        Content = other.Content,
        Parts = other.Parts,
        Created = other.Created,
        HasLiquid = other.HasLiquid,
        ListsPosts = other.ListsPosts,
        Layout = other.Layout,
        Links = other.Links,
        Anchors = other.Anchors,
        Images = other.Images,
        IsKorean = other.IsKorean,
        OldPaths = OldPaths.SequenceEqual(other.OldPaths) ? other.OldPaths : OldPaths,
    };

    /// <summary>What it is in a site, which may decide whether it is a post or a page.</summary>
    /// <param name="hasPostsFolder">Whether the site has a folder of posts.</param>
    public PostSummary InSite(bool hasPostsFolder)
    {
        if (Role is not SourceRole.PostWithoutFolder || PageEntry is null)
            return this;
        if (!hasPostsFolder)
            return this with { Role = SourceRole.Post };
        return !HasFrontMatter ? this with { Role = SourceRole.None } : this with
        {
            Role = SourceRole.Page,
            Entry = PageEntry,
            EntryHash = HashBuilder.Of(CatalogJson.Serialize([PageEntry])),
            UrlKey = "permalink",
            UrlPosition = UrlKey is "permalink" ? UrlPosition : TextPosition.Start,
        };
    }

    /// <summary>The post with the names of its authors, as the site's data have them.</summary>
    public PostSummary With(SiteAuthors authors)
    {
        if (authors.Names.IsEmpty)
            return this;
        var entry = Entry.WithAuthors(authors.NameOf);
        return ReferenceEquals(entry, Entry)
            ? this
            : this with { Entry = entry, EntryHash = HashBuilder.Of(CatalogJson.Serialize([entry])) };
    }

    /// <summary>The files of the site that a post's card and excerpt show.</summary>
    public static IEnumerable<string> ImagesOf(PostEntry entry, SiteSettings settings) =>
        new[] { settings.FileOf(entry.Image), settings.FileOf(entry.Thumbnail) }.OfType<string>().Concat(
            ImageTags.FilesOf(entry.ExcerptHtml, settings));

    /// <summary>When it comes out, unless it is withheld.</summary>
    [JsonIgnore]
    public DateTimeOffset ComesOut => ShownFrom is { } from && from.Moment > Entry.Date ? from.Moment : Entry.Date;

    /// <summary>
    /// Whether the post is public at this moment: neither draft nor unpublished, nor dated later, unless the settings show such posts.
    /// </summary>
    public bool IsPublic(DateTimeOffset now, SiteSettings settings) =>
        (!IsWithheld || settings.ShowsDrafts) && !IsOver(now) && (ComesOut <= now || settings.Future);

    /// <summary>The next moment at which the post comes out or is taken back by itself; null if it is never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) =>
        IsWithheld || IsOver(now) ? null
        : ComesOut > now ? ComesOut
        : ShownUntil?.Moment;

    /// <summary>Whether a key takes it back at this moment.</summary>
    public bool IsOver(DateTimeOffset now) => ShownUntil is { } until && until.Moment <= now;

    /// <summary>The links of the body, and the pictures that the front matter names.</summary>
    private static ImmutableArray<PostLink> WithImages(Post post, PostEntry entry, SiteSettings settings)
    {
        var links = post.Links.ToBuilder();
        foreach (var (image, key) in new[] { (entry.Image, "featured_image"), (entry.Thumbnail, "featured_image_thumbnail") })
        {
            if (settings.FileOf(image) is null || UrlPath.Decode(settings.WithoutHost(image)!) is not { } url
                || links.Any(link => link.Url == url))
                continue;
            var keys = post.FrontMatter.Keys.Entries;
            var written = keys.FirstOrDefault(found => found.Key == key) ?? keys.FirstOrDefault(found => found.Key == "image");
            links.Add(new PostLink(url, written?.Value.Position ?? TextPosition.Start));
        }

        return links.DrainToImmutable();
    }

    /// <summary>Files beside the source that the body may show by relative links.</summary>
    private static IEnumerable<string> FilesBeside(Post post) => post.Links
        .Where(link => link.Url[0] is not ('/' or '#') && MediaTypes.OfMedia(link.Path) is not null
            && !link.Url.Contains("://", StringComparison.Ordinal))
        .Select(link => UrlPath.Combine("/" + Press.SourceName.WithoutPostsFolder(post.SourceName), link.Path)[1..])
        .Select(Press.SourceName.WithoutPostsFolder);

    private static TextPosition PositionOfNames(Post post, string singular, string plural) =>
        post.FrontMatter.Keys.Entries.FirstOrDefault(entry => entry.Key == singular
            || entry.Key == plural)?.Value.Position ?? TextPosition.Start;
}
