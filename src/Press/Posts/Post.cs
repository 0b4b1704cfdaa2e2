using System.Collections.Immutable;

namespace Press;

/// <summary>A source that has been read whole: what it says of itself, and its body as HTML.</summary>
public sealed record Post
{
    /// <summary>The name of its source, in NFC.</summary>
    public required string SourceName { get; init; }

    /// <summary>Whether it is a post or a page.</summary>
    internal SourceRole Role { get; init; }

    /// <summary>Whether it has a front matter.</summary>
    internal bool HasFrontMatter { get; init; }

    /// <summary>Whether front matter or body say the title, and not the file name alone.</summary>
    internal bool IsTitled { get; init; }

    /// <summary>The path that it has as a page that is no post.</summary>
    internal string PagePath { get; init; } = "/";

    /// <summary>A hash of its source's content.</summary>
    internal UInt128 ContentHash { get; init; }

    /// <summary>The names of the files of its folder that it includes.</summary>
    internal ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>What was found when it was read with the lists of all posts; that of its reading alone may be among it.</summary>
    internal ImmutableArray<Diagnostic> FoundWithLists { get; init; } = [];

    /// <summary>When its source first came to be.</summary>
    internal DateTimeOffset Created { get; init; }

    /// <summary>Whether its body had Liquid that was rendered, so that it depends on the site's includes and data.</summary>
    internal bool HasLiquid { get; init; }

    /// <summary>Whether its Liquid lists posts; those of a page are known when the site is planned.</summary>
    internal bool ListsPosts { get; init; }

    public required FrontMatter FrontMatter { get; init; }

    /// <summary>Plain text: the front matter's, else the first heading's, else the words of the file name.</summary>
    public required string Title { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>From the front matter, else the file name, else the source's creation.</summary>
    public required DateTimeOffset Date { get; init; }

    public required string Slug { get; init; }

    /// <summary>The path of its page on the site, readable, with a slash before it: <c>/ko/서울-산책.html</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The body as HTML, without the excerpt's separator; relative links and those to another language stay as they
    /// are written, and images have no size, until <see cref="PageContext"/> resolves them.</summary>
    public required string Html { get; init; }

    public required string ExcerptHtml { get; init; }

    /// <summary>The excerpt without markup.</summary>
    public required string Excerpt { get; init; }

    public required ImmutableArray<Heading> Headings { get; init; }

    /// <summary>The links and pictures that lead to this site, or should.</summary>
    public required ImmutableArray<PostLink> Links { get; init; }

    /// <summary>The ids of its headings and other elements, to which links may lead; <see cref="Press.Anchors"/> reads it.</summary>
    public required string Anchors { get; init; }

    /// <summary>Whether its page needs what shows mathematics: TeX stands in it, or it says so.</summary>
    public required bool HasMath { get; init; }

    public required int WordCount { get; init; }

    /// <summary>Whole minutes, at least 1.</summary>
    public required int ReadingMinutes { get; init; }
}
