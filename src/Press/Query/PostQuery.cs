using System.Collections.Immutable;

namespace Press;

/// <summary>Which posts, in which order, and which page of them. What is null or empty does not matter.</summary>
public sealed record PostQuery
{
    /// <summary>The page size of a query that names none.</summary>
    public const int DefaultPageSize = 20;

    /// <summary>The largest page.</summary>
    public const int MaxPageSize = 100;

    /// <summary>A post has one tag of each group: groups are joined by AND, what stands in one by OR.</summary>
    public ImmutableArray<ImmutableArray<string>> Tags { get; init; } = [];

    /// <summary>As <see cref="Tags"/>.</summary>
    public ImmutableArray<ImmutableArray<string>> Categories { get; init; } = [];

    /// <summary>As <see cref="Tags"/>.</summary>
    public ImmutableArray<ImmutableArray<string>> Authors { get; init; } = [];

    /// <summary>In the spelling of the catalog.</summary>
    public string? Language { get; init; }

    public bool? Featured { get; init; }

    /// <summary>
    /// Words that stand in title, tags, categories or body: Hangul and the like anywhere in a word, others at its beginning.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>The first day or moment.</summary>
    public QueryDate? From { get; init; }

    /// <summary>The last day or moment, included.</summary>
    public QueryDate? To { get; init; }

    public PostOrder Order { get; init; } = PostOrder.NewestFirst;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = DefaultPageSize;

    /// <summary>The fields that are wanted of each post, of <see cref="PostFields"/>; empty for all.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>The answer of a catalog. A page after the last one is empty.</summary>
    /// <param name="catalog">The catalog.</param>
    /// <param name="withText">
    /// The paths of the posts that have <see cref="Text"/>, of others too; null if only the catalog is there to look at, which knows
    /// excerpts.
    /// </param>
    public PostListing AnswerFrom(Catalog catalog, IReadOnlySet<string>? withText = null)
    {
        var found = Find(catalog.Index, withText);
        var skipped = (int)Math.Min((Page - 1L) * PageSize, found.Count);
        return new PostListing
        {
            Posts = [.. PageOf(found, skipped, catalog.Index).Select(position => catalog.Entries[position])],
            Page = Page,
            PageSize = PageSize,
            Total = found.Count,
        };
    }

    /// <summary>Which posts: those that every filter leaves.</summary>
    private PostSet Find(CatalogIndex index, IReadOnlySet<string>? withText)
    {
        // What lists posts never lists a hidden one.
        var sets = new List<PostSet> { index.ListedSet };
        sets.AddRange(Tags.Select(group => AnyOf(group, index.Tags, index)));
        sets.AddRange(Categories.Select(group => AnyOf(group, index.Categories, index)));
        sets.AddRange(Authors.Select(group => AnyOf(group, index.Authors, index)));
        if (Language is not null)
            sets.Add(index.Languages.SetOf(Language));
        if (Featured is { } featured)
            sets.Add(featured ? index.Featured : index.NotFeatured);
        if (Text is not null)
            sets.Add(index.SetOf((withText is null ? index.Text.Find(Text) : index.PositionsOf(withText)).AsSpan()));
        if (From is not null || To is not null)
            sets.Add(QueryDate.Between(From, To, index));
        return PostSet.Intersect(sets);
    }

    private static PostSet AnyOf(ImmutableArray<string> names, NameIndex index, CatalogIndex catalog) =>
        PostSet.Union([.. names.Select(index.SetOf)], catalog.All.Length);

    /// <summary>Which page of them, in which order.</summary>
    private ImmutableArray<int> PageOf(PostSet found, int skipped, CatalogIndex index)
    {
        // From its end, an order is the other one.
        var behind = Math.Max(0, found.Count - skipped - PageSize);
        var length = Math.Min(PageSize, found.Count - skipped);
        return Order switch
        {
            PostOrder.OldestFirst => [.. found.Page(behind, length).Reverse()],
            PostOrder.Title => index.ByTitle.Page(found, skipped, length),
            PostOrder.TitleBackwards => [.. index.ByTitle.Page(found, behind, length).Reverse()],
            PostOrder.LastUpdatedFirst => index.ByUpdated.Page(found, skipped, length),
            _ => found.Page(skipped, length),
        };
    }
}

/// <summary>The order of a listing; equals are ordered by path (ordinal).</summary>
public enum PostOrder
{
    /// <summary><c>-date</c></summary>
    NewestFirst,

    /// <summary><c>date</c></summary>
    OldestFirst,

    /// <summary><c>title</c>, without regard to case.</summary>
    Title,

    /// <summary><c>-title</c>: as <see cref="Title"/>, from the last to the first.</summary>
    TitleBackwards,

    /// <summary><c>-updated</c>; a post that names no update counts by its date.</summary>
    LastUpdatedFirst,
}

/// <summary>One page of the posts that a query found.</summary>
public sealed record PostListing
{
    public required ImmutableArray<PostEntry> Posts { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    public required int PageSize { get; init; }

    /// <summary>How many posts the query found on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>At least 1: a query that finds nothing has one empty page.</summary>
    public int TotalPages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
