using System.Collections.Immutable;

namespace Press;

/// <summary>
/// All that a post's page shows of the site around it. A page whose post and context are the same as before is the same as before.
/// </summary>
/// <param name="Entry">The post as the index has it.</param>
/// <param name="Newer">The listed post of the same language just after it in time; null at the end.</param>
/// <param name="Older">The one just before it.</param>
/// <param name="Translations">The same post in other languages, in the order in which the site offers them.</param>
/// <param name="Related">Other listed posts with the same tags.</param>
/// <param name="Tags">Its tags, and where the listing of each is.</param>
/// <param name="Categories">Its categories likewise.</param>
/// <param name="Feeds">The feeds that a reader of it may follow.</param>
/// <param name="LinkTargets">What stands in the place of its links, by number; null for one that stays as it is.</param>
/// <param name="Images">The pictures that it shows and of which something is known, by file (ordinal).</param>
internal sealed record PageContext(
    PostEntry Entry,
    PostReference? Newer,
    PostReference? Older,
    ImmutableArray<PostReference> Translations,
    ImmutableArray<PostReference> Related,
    ImmutableArray<NameLink> Tags,
    ImmutableArray<NameLink> Categories,
    ImmutableArray<FeedLink> Feeds,
    ImmutableArray<string?> LinkTargets,
    ImmutableArray<SiteImage> Images)
{
    /// <summary>Its authors, and where the page of each is.</summary>
    public ImmutableArray<AuthorLink> Authors { get; init; } = [];

    /// <summary>The posts of its series in their order, itself among them; none if it is in no series.</summary>
    public ImmutableArray<PostReference> Series { get; init; } = [];

    /// <summary>The languages that have a home page, in the order in which the site offers them.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Whether it is a page and no post.</summary>
    public bool IsPage { get; init; }

    /// <summary>A hash of what the body of the post shows: where its links lead, and its pictures.</summary>
    public UInt128 BodyHash()
    {
        var hash = new HashBuilder();
        foreach (var target in LinkTargets)
            hash.Add(target);
        foreach (var image in Images)
            hash.Add(image.Hash);
        return hash.ToHash();
    }

    /// <summary>A hash of all of it.</summary>
    /// <param name="entry">That of <see cref="Entry"/>.</param>
    public UInt128 Hash(UInt128 entry)
    {
        var hash = new HashBuilder();
        hash.Add(entry);
        hash.Add(BodyHash());
        hash.Add(IsPage);
        AddTo(ref hash, Newer is null ? [] : [Newer]);
        AddTo(ref hash, Older is null ? [] : [Older]);
        AddTo(ref hash, Translations);
        AddTo(ref hash, Related);
        AddTo(ref hash, Series);
        hash.Add(Languages.Length);
        foreach (var language in Languages)
            hash.Add(language);
        AddTo(ref hash, Tags);
        AddTo(ref hash, Categories);
        foreach (var author in Authors)
        {
            hash.Add(author.Name);
            hash.Add(author.Path);
            hash.Add(author.Data?.Picture);
            hash.Add(author.Data?.Links.FirstOrDefault()?.Url);
        }

        foreach (var feed in Feeds)
        {
            hash.Add(feed.Title);
            hash.Add(feed.Path);
        }

        return hash.ToHash();
    }

    private static void AddTo(ref HashBuilder hash, ImmutableArray<PostReference> posts)
    {
        hash.Add(posts.Length);
        foreach (var post in posts)
        {
            hash.Add(post.Title);
            hash.Add(post.Path);
            hash.Add(post.Lang);
            hash.Add(post.Date);
        }
    }

    private static void AddTo(ref HashBuilder hash, ImmutableArray<NameLink> names)
    {
        hash.Add(names.Length);
        foreach (var name in names)
        {
            hash.Add(name.Name);
            hash.Add(name.Path);
        }
    }

    /// <summary>The post with its links to other posts, and its images dressed.</summary>
    public Post Resolve(Post post, SiteSettings settings)
    {
        var images = new SiteImages(settings, Images);
        // Those of the front matter follow, and stand in no HTML.
        var links = post.Links;
        // A picture of the front matter stands above the text, unless the text shows it.
        var isFirst = Entry.Image is null || ImageTags.Shows(post.Html, Entry.Image, settings);
        return post with
        {
            Path = Entry.Path,
            Html = ImageTags.Dress(Press.LinkTargets.Resolve(post.Html, links, LinkTargets), images, firstIsInView: isFirst),
            ExcerptHtml = ImageTags.Dress(Entry.ExcerptHtml, images, firstIsInView: false),
        };
    }
}
