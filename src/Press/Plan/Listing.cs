using System.Collections.Immutable;

namespace Press;

/// <summary>A list of posts that the theme shows on one page or on several.</summary>
/// <param name="Layout">The name of the layout of its pages.</param>
/// <param name="Path">The path of its first page: <c>/</c>, <c>/ko/tags/llm.html</c>.</param>
/// <param name="Language">Of its pages.</param>
/// <param name="Title">What it lists, in the words of its language; null for the home page, whose title is the site's.</param>
/// <param name="Posts">The newest first.</param>
/// <param name="PageSize">How many posts a page has.</param>
internal sealed record Listing(string Layout, string Path, string Language, string? Title, ImmutableArray<PostEntry> Posts, int PageSize)
{
    // Two rows of cards.
    private const int MaxFeatured = 4;

    /// <summary>What it is, in the words of its language: a tag, a category; null for all others.</summary>
    public string? Kind { get; init; }

    /// <summary>Whose posts it lists; null for all others.</summary>
    public SiteAuthor? Author { get; init; }

    /// <summary>The listings of tags to which an archive leads.</summary>
    public ImmutableArray<CountedName> Tags { get; init; } = [];

    /// <summary>Those of categories.</summary>
    public ImmutableArray<CountedName> Categories { get; init; } = [];

    /// <summary>The same listing in other languages, in the order in which the site offers them.</summary>
    public ImmutableArray<(string Language, string Path)> Translations { get; init; } = [];

    /// <summary>The languages that have a home page, in that order.</summary>
    public ImmutableArray<string> Homes { get; init; } = [];

    /// <summary>Whether search engines should know it.</summary>
    public bool IsIndexed { get; init; } = true;

    /// <summary>
    /// Its pages, the newest first. Pages are counted from the oldest, and the first one takes what does not fill another: so a new
    /// post changes the first page alone, and what a reader has found on the third page is there tomorrow.
    /// </summary>
    public IEnumerable<ListingPage> Pages()
    {
        var count = Math.Max(1, Posts.Length / PageSize);
        for (var number = count; number >= 1; number--)
        {
            var from = number == count ? 0 : Posts.Length - PageSize * number;
            yield return new ListingPage(
                PathOf(number, count),
                Posts[from..(Posts.Length - PageSize * (number - 1))],
                IsFirst: number == count,
                NewerPath: number < count ? PathOf(number + 1, count) : null,
                OlderPath: number > 1 ? PathOf(number - 1, count) : null)
            {
                Number = count - number + 1,
                Count = count,
            };
        }
    }

    /// <summary>The listing with other entries of the posts that it has; the same object if it has none of them.</summary>
    public Listing With(IReadOnlyCollection<(PostEntry Before, PostEntry Now)> changed)
    {
        ImmutableArray<PostEntry>.Builder? posts = null;
        foreach (var (before, now) in changed)
        {
            var place = Posts.AsSpan().IndexOf(before, ReferenceEqualityComparer.Instance);
            if (place < 0)
                continue;
            posts ??= Posts.ToBuilder();
            posts[place] = now;
        }

        return posts is null ? this : this with { Posts = posts.MoveToImmutable() };
    }

    /// <summary>The posts that one of its pages shows before all others, and not again below.</summary>
    public ImmutableArray<PostEntry> FeaturedOn(ListingPage page) =>
        Layout == Layouts.Home && page.IsFirst ? [.. Posts.Where(post => post.Featured).Take(MaxFeatured)] : [];

    private string PathOf(int number, int count) =>
        number == count
            ? Path
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{(Path.EndsWith('/') ? Path + "page" : Path[..^".html".Length])}/{number}.html");
}

/// <summary>A tag or category, as an archive shows it.</summary>
/// <param name="Name">The spelling that most posts use.</param>
/// <param name="Path">Of its listing.</param>
/// <param name="Count">How many posts have it.</param>
internal sealed record CountedName(string Name, string Path, int Count);

/// <summary>One page of a listing.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Posts">The newest first.</param>
/// <param name="IsFirst">Whether it is the one with the newest posts.</param>
/// <param name="NewerPath">The page of newer posts; null on the first.</param>
/// <param name="OlderPath">The page of older posts; null on the last.</param>
internal sealed record ListingPage(string Path, ImmutableArray<PostEntry> Posts, bool IsFirst, string? NewerPath, string? OlderPath)
{
    /// <summary>Which it is, counted from the newest; at least 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>How many there are.</summary>
    public int Count { get; init; } = 1;
}
