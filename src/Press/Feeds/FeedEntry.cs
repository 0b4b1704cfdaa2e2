using System.Collections.Immutable;

namespace Press;

/// <summary>A post as every feed format shows it. All its text can stand in XML, all its links are absolute.</summary>
internal sealed record FeedEntry
{
    /// <summary>A URN that never changes.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Link { get; init; }

    public required DateTimeOffset Published { get; init; }

    /// <summary>From <c>last_modified_at</c>; null if the post does not say.</summary>
    public required DateTimeOffset? Updated { get; init; }

    /// <summary>The post's, else the site's, else the site's title: a feed has to name somebody (RFC 4287, section 4.1.1).</summary>
    public required string Author { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    /// <summary>The excerpt without markup.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole body.</summary>
    public required string Html { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>An absolute URL, or null.</summary>
    public required string? Image { get; init; }

    public DateTimeOffset LastChanged => Updated ?? Published;

    /// <summary>Makes it of an entry of the catalog.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="body">The HTML of its page's body; null if it cannot be had, and then its excerpt stands for it.</param>
    /// <param name="settings">Of a site that makes absolute links.</param>
    public static FeedEntry Of(PostEntry entry, string? body, SiteSettings settings)
    {
        var link = settings.AbsoluteLink(entry.Path);
        return new FeedEntry
        {
            Id = FeedId.Of(entry, settings),
            Title = XmlText.Of(entry.Title),
            Link = link,
            Published = entry.Date,
            Updated = entry.Updated,
            Author = XmlText.Of(entry.Author ?? settings.Author ?? settings.TitleIn(entry.Lang)),
            Tags = [.. entry.Tags.Select(XmlText.Of)],
            Summary = XmlText.Of(entry.Excerpt),
            Html = XmlText.Of(AbsoluteLinks.In(body ?? entry.ExcerptHtml, link)),
            Language = entry.Lang,
            Image = entry.Image,
        };
    }
}
