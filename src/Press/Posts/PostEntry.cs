using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>What the index knows of a public post.</summary>
public sealed record PostEntry
{
    /// <summary>What a card or a search result has room for.</summary>
    public const int MaxExcerpt = 500;

    /// <summary>The name of its source.</summary>
    public required string Source { get; init; }

    /// <summary>The name of its source without a leading <c>_posts/</c>; it outlives a change of title, date or permalink.</summary>
    [JsonIgnore]
    public string Id => SourceName.WithoutPostsFolder(Source);

    /// <summary>A URL: absolute if the settings name the site's host, else a path; percent-encoded (RFC 3986).</summary>
    public required string Url { get; init; }

    /// <summary>The path below the site's base URL, readable, with a slash before it.</summary>
    public required string Path { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>The excerpt without markup, at most <see cref="MaxExcerpt"/> UTF-16 units, cut between words.</summary>
    public string Excerpt { get; init; } = "";

    /// <summary>What the post says of itself in its head; null if it does not.</summary>
    public string? Description { get; init; }

    /// <summary>The excerpt as HTML, for the listings of the site.</summary>
    public string ExcerptHtml { get; init; } = "";

    /// <summary>A BCP 47 tag.</summary>
    public required string Lang { get; init; }

    public required DateTimeOffset Date { get; init; }

    /// <summary>From <c>last_modified_at</c>; null if the post does not say.</summary>
    public DateTimeOffset? Updated { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];

    public bool Featured { get; init; }

    /// <summary>Left out of listings, though the page exists.</summary>
    public bool Hidden { get; init; }

    /// <summary>False for <c>sitemap: false</c>, which keeps the page out of the sitemap.</summary>
    public bool InSitemap { get; init; } = true;

    /// <summary>A URL as <see cref="Url"/> is, or null.</summary>
    public string? Image { get; init; }

    /// <summary>A URL as <see cref="Url"/> is, or null.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>The author, or all of them, between commas; null if neither post nor settings name one.</summary>
    public string? Author { get; init; }

    /// <summary>
    /// The keys of its front matter that mean nothing to Press, as a JSON object of at most <see cref="Limits.OwnKeys"/> characters; null
    /// if there are none.
    /// </summary>
    public string? Data { get; init; }

    /// <summary>Each author by itself, where there are several; else empty.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>Each author by itself.</summary>
    [JsonIgnore]
    internal ImmutableArray<string> AuthorNames => Authors.IsEmpty && Author is { } author ? [author] : Authors;

    /// <summary>What its translations have in common with it; null if it has none.</summary>
    public string? PageId { get; init; }

    public int WordCount { get; init; }

    /// <summary>Whole minutes, at least 1.</summary>
    public int ReadingMinutes { get; init; }

    /// <summary>
    /// The entry of a page that is no post. It has a date only if that is written: what a file system says of a file is nothing of the
    /// page.
    /// </summary>
    internal static PostEntry OfPage(Post page, SiteSettings settings) => Of(page, settings) with
    {
        Path = page.PagePath,
        Url = settings.AbsoluteLink(page.PagePath),
        Title = page.IsTitled ? page.Title : "",
        Date = page.FrontMatter.Date ?? DateTimeOffset.UnixEpoch,
    };

    /// <summary>The entry with all of another one that decides neither where the post stands nor in which lists.</summary>
    internal PostEntry WithTextOf(PostEntry other) => this with
    {
        Title = other.Title,
        Excerpt = other.Excerpt,
        ExcerptHtml = other.ExcerptHtml,
        Description = other.Description,
        Updated = other.Updated,
        Image = other.Image,
        Thumbnail = other.Thumbnail,
        Data = other.Data,
        WordCount = other.WordCount,
        ReadingMinutes = other.ReadingMinutes,
        Tags = Tags.SequenceEqual(other.Tags, StringComparer.Ordinal) ? other.Tags : Tags,
        Categories = Categories.SequenceEqual(other.Categories, StringComparer.Ordinal) ? other.Categories : Categories,
        Authors = Authors.SequenceEqual(other.Authors, StringComparer.Ordinal) ? other.Authors : Authors,
    };

    /// <summary>The entry with the names of its authors for what stands for them.</summary>
    /// <param name="nameOf">The name of an author by what the post says.</param>
    internal PostEntry WithAuthors(Func<string, string> nameOf)
    {
        ImmutableArray<string> names = [.. AuthorNames.Select(nameOf).Distinct(StringComparer.Ordinal)];
        return names.SequenceEqual(AuthorNames, StringComparer.Ordinal)
            ? this
            : this with { Author = string.Join(", ", names), Authors = names is [_, _, ..] ? names : [] };
    }

    /// <summary>The entry of a post.</summary>
    public static PostEntry Of(Post post, SiteSettings settings) => new()
    {
        Source = post.SourceName,
        Url = settings.AbsoluteLink(post.Path),
        Path = post.Path,
        Slug = post.Slug,
        Title = post.Title,
        Excerpt = TextCut.At(post.Excerpt, MaxExcerpt),
        Description = post.FrontMatter.Description,
        ExcerptHtml = post.ExcerptHtml,
        Lang = post.Language,
        Date = post.Date,
        Updated = post.FrontMatter.LastModifiedAt,
        Tags = post.FrontMatter.Tags,
        Categories = post.FrontMatter.Categories,
        Featured = post.FrontMatter.Featured,
        Hidden = post.FrontMatter.Hidden,
        InSitemap = post.FrontMatter.Sitemap,
        Image = settings.ResolveImage(post.FrontMatter.Image),
        Thumbnail = settings.ResolveImage(post.FrontMatter.Thumbnail),
        Author = post.FrontMatter.Author ?? settings.Author,
        Data = OwnKeys.ToJson(post.FrontMatter.Keys),
        Authors = post.FrontMatter.Authors is [_, _, ..] authors ? authors : [],
        PageId = post.FrontMatter.PageId,
        WordCount = post.WordCount,
        ReadingMinutes = post.ReadingMinutes,
    };
}
