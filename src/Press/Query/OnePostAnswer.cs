using System.Collections.Immutable;

namespace Press;

/// <summary>One post with its body and what stands around it on the site.</summary>
/// <param name="Post">The post, as listings have it.</param>
/// <param name="Html">The whole body, its links and pictures absolute where the site's host is known.</param>
/// <param name="Newer">The next post of its language; null for the newest and for a hidden one.</param>
/// <param name="Older">The one before it; null for the oldest and for a hidden one.</param>
/// <param name="Related">Other posts that share a tag, the nearest first.</param>
public sealed record OnePostAnswer(
    PostAnswer Post, string Html, ReferenceAnswer? Newer, ReferenceAnswer? Older, ImmutableArray<ReferenceAnswer> Related)
{
    /// <summary>The answer about an entry of a catalog.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="html">The body as the post's page shows it.</param>
    /// <param name="catalog">The catalog.</param>
    public static OnePostAnswer Of(PostEntry entry, string html, Catalog catalog)
    {
        var (newer, older) = catalog.NeighboursOf(entry);
        return new OnePostAnswer(
            PostAnswer.Of(entry, catalog),
            entry.Url.StartsWith('/') ? html : AbsoluteLinks.In(html, entry.Url, keepsFragments: true),
            newer is null ? null : ReferenceAnswer.To(newer),
            older is null ? null : ReferenceAnswer.To(older),
            [.. catalog.RelatedTo(entry).Select(ReferenceAnswer.To)]);
    }
}

/// <summary>Another post, as much of it as a link needs.</summary>
/// <param name="Slug">Its slug.</param>
/// <param name="Lang">A BCP 47 tag.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Url">A URL as <see cref="PostAnswer.Url"/> is.</param>
/// <param name="Date">Its date.</param>
public sealed record ReferenceAnswer(string Slug, string Lang, string Title, string Url, DateTimeOffset Date)
{
    internal static ReferenceAnswer To(PostEntry entry) => new(entry.Slug, entry.Lang, entry.Title, entry.Url, entry.Date);
}
