using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Press.Http;

/// <summary>A page of posts.</summary>
/// <param name="Posts">Each a <see cref="PostAnswer"/>, or the fields of one that were asked for.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">The most posts on a page.</param>
/// <param name="Total">The posts on all pages.</param>
/// <param name="TotalPages">At least 1.</param>
/// <param name="Notices">Names in the query that no post has; null for none.</param>
internal sealed record PostListAnswer(
    ImmutableArray<JsonObject> Posts,
    int Page,
    int PageSize,
    int Total,
    int TotalPages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<QueryNotice>? Notices)
{
    public static PostListAnswer Of(
        PostListing listing, Catalog catalog, ImmutableArray<string> fields, ImmutableArray<QueryNotice> notices) => new(
        [.. listing.Posts.Select(entry => PostJson.Of(PostAnswer.Of(entry, catalog), fields))],
        listing.Page,
        listing.PageSize,
        listing.Total,
        listing.TotalPages,
        notices is [] ? null : notices);
}
