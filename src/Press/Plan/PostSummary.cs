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

    /// <summary>Draft, or not to be published.</summary>
    public required bool IsWithheld { get; init; }

    /// <summary>Links to other posts, by their numbers in the HTML.</summary>
    public required ImmutableArray<SourceLink> SourceLinks { get; init; }

    /// <summary>The files of the site that its page and its cards show as images, each once (ordinal). Not all of them need be there.</summary>
    public required ImmutableArray<string> Images { get; init; }

    /// <summary>The key that an author would change to give the post another URL.</summary>
    public required string UrlKey { get; init; }

    /// <summary>Where that key stands.</summary>
    public required TextPosition UrlPosition { get; init; }

    /// <summary>Old paths that lead to the post.</summary>
    public required ImmutableArray<OldPath> OldPaths { get; init; }

    public static PostSummary Of(Post post, SiteSettings settings)
    {
        var urlKey = post.FrontMatter.Permalink is not null ? "permalink" : "slug";
        var entry = PostEntry.Of(post, settings);
        return new PostSummary
        {
            Entry = entry,
            IsWithheld = post.FrontMatter is { Published: false } or { Draft: true },
            SourceLinks = post.SourceLinks,
            Images = [.. ImageTags.FilesOf(post.Html, settings).Concat(ImagesOf(entry, settings)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            UrlKey = urlKey,
            UrlPosition = post.FrontMatter.PositionOf(urlKey),
            OldPaths = post.FrontMatter.RedirectFrom,
        };
    }

    /// <summary>The files of the site that a post's card and excerpt show.</summary>
    public static IEnumerable<string> ImagesOf(PostEntry entry, SiteSettings settings) =>
        new[] { settings.FileOf(entry.Image), settings.FileOf(entry.Thumbnail) }.OfType<string>().Concat(ImageTags.FilesOf(entry.ExcerptHtml, settings));

    /// <summary>Whether the post is public at this moment: neither draft nor unpublished, nor dated later, unless the site shows the future.</summary>
    public bool IsPublic(DateTimeOffset now, SiteSettings settings) => !IsWithheld && (Entry.Date <= now || settings.Future);
}
