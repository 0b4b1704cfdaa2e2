using System.Collections.Immutable;

namespace Press;

/// <summary>What a post says of itself. A key that was not written is null, empty or false.</summary>
public sealed record FrontMatter
{
    /// <summary>The front matter of a post that has none.</summary>
    public static FrontMatter Empty { get; } = new();

    public string? Title { get; init; }

    /// <summary>With the offset that was written, else that of the site's time zone on that day.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>From <c>last_modified_at</c>.</summary>
    public DateTimeOffset? LastModifiedAt { get; init; }

    public string? Slug { get; init; }

    /// <summary>A path with Jekyll's placeholders, or the name of one of its styles.</summary>
    public string? Permalink { get; init; }

    /// <summary>A BCP 47 tag in its canonical case: <c>ko</c>, <c>zh-Hant</c>.</summary>
    public string? Lang { get; init; }

    /// <summary>What the translations of one post have in common.</summary>
    public string? PageId { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>
    /// The categories as the URL of a Jekyll site has them, the folders above <c>_posts</c> first; empty in all other sites.
    /// </summary>
    internal ImmutableArray<string> UrlCategories { get; init; } = [];

    public bool Featured { get; init; }

    /// <summary>Whether the post is left out of listings; its page exists all the same.</summary>
    public bool Hidden { get; init; }

    /// <summary>False for <c>published: false</c>, and for a misspelt key or one of another tool that says the same.</summary>
    public bool Published { get; init; } = true;

    /// <summary>The moment before which another tool's key keeps the post back (<c>publishDate</c>); null for none.</summary>
    public TimedKey? ShownFrom { get; init; }

    /// <summary>The moment from which on another tool's key keeps it back (<c>expiryDate</c>); null for none.</summary>
    public TimedKey? ShownUntil { get; init; }

    public bool Draft { get; init; }

    /// <summary>From <c>featured_image</c>, else <c>image</c>: an absolute URL or a path of the site.</summary>
    public string? Image { get; init; }

    /// <summary>From <c>featured_image_thumbnail</c>, else the image.</summary>
    public string? Thumbnail { get; init; }

    /// <summary>Markdown that stands for the excerpt.</summary>
    public string? Excerpt { get; init; }

    /// <summary>One sentence of plain text for search engines and cards.</summary>
    public string? Description { get; init; }

    /// <summary>The author, or all of them, between commas.</summary>
    public string? Author { get; init; }

    /// <summary>Each author by itself, as the post names them: by a name, or by a key of <c>_data/authors.yml</c>.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The layout's name without its extension; null for the one that posts have.</summary>
    public string? Layout { get; init; }

    /// <summary>Old paths that lead to the post, each with a slash before it, below the site's base URL.</summary>
    public ImmutableArray<OldPath> RedirectFrom { get; init; } = [];

    /// <summary>False keeps the page out of the sitemap.</summary>
    public bool Sitemap { get; init; } = true;

    /// <summary>Whether the page loads what shows mathematics, also where no TeX is found in it.</summary>
    public bool Math { get; init; }

    /// <summary>Whether the page has a table of contents; null leaves it to the layout.</summary>
    public bool? Toc { get; init; }

    /// <summary>The series that it is a part of; null for none.</summary>
    public string? Series { get; init; }

    /// <summary>Every key as it was written, the unknown ones too, with its position.</summary>
    public YamlMapping Keys { get; init; } = YamlMapping.Empty;

    /// <summary>Where a key stands; the first line if it was not written.</summary>
    public TextPosition PositionOf(string key) =>
        Keys.Entries.FirstOrDefault(entry => entry.Key == key)?.Position ?? TextPosition.Start;
}

/// <summary>A path under which a post was found before.</summary>
/// <param name="Path">Readable, with a slash before it; one without an extension ends with <c>.html</c> or a slash.</param>
/// <param name="Position">Where it is written.</param>
public sealed record OldPath(string Path, TextPosition Position);
