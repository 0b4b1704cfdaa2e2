using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>What layouts see of a page. The names are Jekyll's where Jekyll has one.</summary>
/// <seealso href="https://jekyllrb.com/docs/variables/"/>
internal static class PageVariables
{
    // Search engines show about as much.
    private const int MaxDescription = 200;

    // A shorter post is seen at a glance.
    private const int WordsForContents = 500;
    private const int HeadingsForContents = 3;

    /// <summary><c>page</c> of a post: all keys of its front matter, and what follows from them.</summary>
    public static Dictionary<string, object?> OfPost(Post post, PageContext context, SiteSettings settings)
    {
        var entry = context.Entry;
        var images = new SiteImages(settings, context.Images);
        var page = (Dictionary<string, object?>)post.FrontMatter.Keys.ToPlain();
        var author = page.GetValueOrDefault("author");
        foreach (var (name, value) in OfEntry(entry, settings, images))
            page[name] = value;
        if (!context.IsPage && SharePictures.Of(entry, settings) is not null)
            page["image_url"] = settings.AbsoluteLink("/" + SharePictures.FileOf(entry));
        // Jekyll's themes look it up in the data themselves.
        if (settings.IsJekyllSite && author is not null)
            page["author"] = author;
        // Twice on one page nobody wants to see it.
        var hero = page["hero"];
        page["hero"] = () => ImageTags.Shows(post.Html, entry.Image, settings) ? null : hero;

        var description = post.FrontMatter.Description ?? TextCut.At(entry.Excerpt, MaxDescription);
        page["next"] = context.Newer is { } newer ? OfReference(newer, settings) : null;
        page["previous"] = context.Older is { } older ? OfReference(older, settings) : null;
        page["related"] = context.Related.Select(other => OfReference(other, settings)).ToList();
        AddSeries(page, entry, context.Series, settings);
        page["author_links"] = () => context.Authors.Select(link => AuthorVariables.OfLink(link, settings, images)).ToList();
        page["tag_links"] = () => context.Tags.Select(tag => OfName(tag, settings)).ToList();
        page["category_links"] = () => context.Categories.Select(category => OfName(category, settings)).ToList();
        page["description"] = description;
        page["headings"] = () => post.Headings
            .Select(heading => new Dictionary<string, object?>
            {
                ["level"] = heading.Level,
                ["id"] = heading.Id,
                ["text"] = heading.Text,
            })
            .ToList();
        page["toc"] = post.FrontMatter.Toc
            ?? (post.WordCount >= WordsForContents && post.Headings.Count(IsInContents) >= HeadingsForContents);
        page["math"] = post.HasMath;
        page["layout"] = post.FrontMatter.Layout;
        page["json_ld"] = () => Layouts.Html(StructuredData.Of(entry, description, context.Authors, settings));
        AddLanguages(page, entry.Lang, entry.Path, [.. context.Translations.Select(other => (other.Lang, other.Path))], settings);
        AddHomes(page, context.Languages, context.Translations.Select(other => other.Lang).Append(entry.Lang), settings);
        return page;
    }

    /// <summary><c>page</c> of a listing's page.</summary>
    public static Dictionary<string, object?> OfListing(Listing listing, ListingPage shown, SiteSettings settings, SiteImages images)
    {
        var page = new Dictionary<string, object?>();
        var featured = listing.FeaturedOn(shown);
        if (listing.Kind is { } kind)
            page["kind"] = kind;
        if (listing.Author is { } author)
            page["person"] = AuthorVariables.Of(author, settings, images);
        if (listing.Layout == Layouts.Archive)
        {
            page["tags"] = listing.Tags.Select(name => OfName(name, settings)).ToList();
            page["categories"] = listing.Categories.Select(name => OfName(name, settings)).ToList();
        }

        page["title"] = listing.Title;
        page["lang"] = listing.Language;
        page["url"] = settings.Link(shown.Path);
        page["description"] = settings.DescriptionIn(listing.Language);
        page["featured"] = featured.Select(post => OfEntry(post, settings, images)).ToList();
        page["posts"] = shown.Posts.Where(post => !featured.Contains(post, ReferenceEqualityComparer.Instance))
            .Select(post => OfEntry(post, settings, images)).ToList();
        page["total"] = listing.Posts.Length;
        page["newer_url"] = shown.NewerPath is { } newer ? settings.Link(newer) : null;
        page["older_url"] = shown.OlderPath is { } older ? settings.Link(older) : null;
        page["noindex"] = !listing.IsIndexed;
        ImmutableArray<(string Language, string Path)> others =
            [.. listing.Translations.Where(other => other.Language != listing.Language)];
        AddLanguages(page, listing.Language, shown.Path, others, settings, hasAlternates: shown.IsFirst && listing.IsIndexed);
        AddHomes(page, listing.Homes, listing.Translations.Select(other => other.Language).Append(listing.Language), settings);
        return page;
    }

    /// <summary>A post in a listing.</summary>
    /// <param name="entry">The post.</param>
    /// <param name="settings">The site's.</param>
    /// <param name="images">The pictures of its card and its excerpt, as far as anything is known of them.</param>
    public static Dictionary<string, object?> OfEntry(PostEntry entry, SiteSettings settings, SiteImages images) => new()
    {
        ["id"] = entry.Id,
        ["path"] = entry.Source,
        ["title"] = entry.Title,
        ["url"] = settings.Link(entry.Path),
        ["slug"] = entry.Slug,
        ["lang"] = entry.Lang,
        ["date"] = entry.Date,
        ["date_iso"] = () => Layouts.Html(Iso(entry.Date)),
        ["date_text"] = () => Labels.For(entry.Lang).Date(entry.Date),
        ["direction"] = Layouts.Html(Labels.DirectionOf(entry.Lang)),
        ["year"] = entry.Date.Year,
        ["last_modified_at"] = entry.Updated,
        ["updated_iso"] = () => entry.Updated is { } updated ? Layouts.Html(Iso(updated)) : null,
        ["updated_text"] = () => entry.Updated is { } day ? Labels.For(entry.Lang).Date(day) : null,
        ["excerpt"] = () => Layouts.Html(ImageTags.Dress(entry.ExcerptHtml, images, firstIsInView: false)),
        ["tags"] = entry.Tags,
        ["categories"] = entry.Categories,
        ["featured"] = entry.Featured,
        ["hidden"] = entry.Hidden,
        ["image"] = settings.WithoutHost(entry.Image),
        ["image_url"] = entry.Image,
        ["thumbnail"] = settings.WithoutHost(entry.Thumbnail),
        ["hero"] = () => Image(settings.WithoutHost(entry.Image), images),
        ["card"] = () => Image(settings.WithoutHost(entry.Thumbnail), images),
        ["author"] = entry.Author,
        ["page_id"] = entry.PageId,
        ["words"] = entry.WordCount,
        ["minutes"] = entry.ReadingMinutes,
    };

    /// <summary>Another post, on the page of one.</summary>
    private static Dictionary<string, object?> OfReference(PostReference post, SiteSettings settings) => new()
    {
        ["title"] = post.Title,
        ["url"] = settings.Link(post.Path),
        ["lang"] = post.Lang,
        ["date"] = post.Date,
        ["date_iso"] = () => Layouts.Html(Iso(post.Date)),
        ["date_text"] = () => Labels.For(post.Lang).Date(post.Date),
    };

    /// <summary>The series of a post: all its posts, and those before and after it.</summary>
    private static void AddSeries(
        Dictionary<string, object?> page, PostEntry entry, ImmutableArray<PostReference> series, SiteSettings settings)
    {
        var place = series.IndexOf(PostReference.To(entry));
        var posts = series.Select(post => OfReference(post, settings)).ToList();
        if (place >= 0)
            posts[place]["current"] = true;
        page["series_posts"] = posts;
        page["series_number"] = place + 1;
        page["series_previous"] = place > 0 ? posts[place - 1] : null;
        page["series_next"] = place >= 0 && place + 1 < posts.Count ? posts[place + 1] : null;
    }

    /// <summary>The home pages of languages that have no version of a page.</summary>
    private static void AddHomes(
        Dictionary<string, object?> page, ImmutableArray<string> languages, IEnumerable<string> versions, SiteSettings settings)
    {
        var others = versions.ToHashSet(StringComparer.Ordinal);
        page["languages"] = languages.Where(language => !others.Contains(language))
            .Select(language => OfLanguage(language, Labels.NameOf(language), ListingPath.OfHome(settings, language), settings))
            .ToList();
    }

    /// <summary>The feeds that a page links to.</summary>
    public static List<Dictionary<string, object?>> OfFeeds(ImmutableArray<FeedLink> feeds, SiteSettings settings) =>
        [
            .. feeds.Select(feed => new Dictionary<string, object?>
            {
                ["title"] = feed.Title,
                ["url"] = settings.Link(feed.Path),
                ["type"] = Layouts.Html("application/atom+xml"),
            }),
        ];

    /// <summary>
    /// What <c>now</c> is on a page: when it was last changed, or is dated; on a listing, the newest of its posts. It follows from the
    /// sources alone, so that a page is the same whenever it is made.
    /// </summary>
    public static DateTimeOffset MomentOf(Dictionary<string, object?> page) =>
        OwnMomentOf(page)
        ?? ListOf(page, "posts").Concat(ListOf(page, "featured")).Max(OwnMomentOf)
        ?? DateTimeOffset.UnixEpoch;

    private static IEnumerable<Dictionary<string, object?>> ListOf(Dictionary<string, object?> page, string name) =>
        page.GetValueOrDefault(name) as IEnumerable<Dictionary<string, object?>> ?? [];

    private static DateTimeOffset? OwnMomentOf(Dictionary<string, object?> page) =>
        (page.GetValueOrDefault("last_modified_at") ?? page.GetValueOrDefault("date")) as DateTimeOffset?;

    /// <summary>A moment as HTML, JSON-LD, Open Graph and sitemaps write it: ISO 8601, with the offset.</summary>
    public static string Iso(DateTimeOffset date) => date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>
    /// An image with <c>src</c>, <c>srcset</c> (nil without smaller versions), <c>width</c> and <c>height</c> (nil of a picture that is not
    /// the site's); nil if there is none.
    /// </summary>
    public static Dictionary<string, object?>? Image(string? link, SiteImages images) => link is null ? null : new()
    {
        ["src"] = link,
        ["srcset"] = images.SourceSetOf(link),
        ["width"] = images.At(link)?.Facts.Width,
        ["height"] = images.At(link)?.Facts.Height,
    };

    private static bool IsInContents(Heading heading) => heading.Level is 2 or 3;

    private static Dictionary<string, object?> OfName(CountedName name, SiteSettings settings) =>
        new() { ["name"] = name.Name, ["url"] = settings.Link(name.Path), ["count"] = name.Count };

    private static Dictionary<string, object?> OfName(NameLink link, SiteSettings settings) =>
        new() { ["name"] = link.Name, ["url"] = link.Path is { } path ? settings.Link(path) : null };

    /// <summary>
    /// What a reader can switch to (<c>translations</c>), and what search engines are told (<c>alternates</c>): the page itself, its
    /// translations, and which of them is for everybody else; nothing where there is no translation.
    /// </summary>
    /// <seealso href="https://developers.google.com/search/docs/specialty/international/localized-versions"/>
    private static void AddLanguages(
        Dictionary<string, object?> page,
        string language,
        string path,
        ImmutableArray<(string Language, string Path)> others,
        SiteSettings settings,
        bool hasAlternates = true)
    {
        page["canonical"] = settings.AbsoluteLink(path);
        page["translations"] = others.Select(other => OfLanguage(other.Language, Labels.NameOf(other.Language), other.Path, settings))
            .ToList();
        var all = settings.InOrder(others.Add((language, path)), version => version.Language);
        var fallback = settings.ForOthers(all, version => version.Language);
        page["alternates"] = others.IsEmpty || !hasAlternates
            ? []
            : all.Append(("x-default", fallback.Path)).Select(version => OfLanguage(version.Item1, name: null, version.Item2, settings))
                .ToList();
    }

    private static Dictionary<string, object?> OfLanguage(string language, string? name, string path, SiteSettings settings) => new()
    {
        ["lang"] = language,
        ["name"] = name,
        ["url"] = settings.Link(path),
        ["absolute_url"] = settings.AbsoluteLink(path),
    };
}
