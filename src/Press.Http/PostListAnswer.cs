using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Press.Http;

/// <summary>A page of posts.</summary>
/// <typeparam name="TPost">A <see cref="PostAnswer"/>, or the fields of one that were asked for.</typeparam>
/// <param name="Posts">The posts.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">The most posts on a page.</param>
/// <param name="Total">The posts on all pages.</param>
/// <param name="TotalPages">At least 1.</param>
/// <param name="Notices">Names in the query that no post has; null for none.</param>
internal sealed record PostListAnswer<TPost>(
    ImmutableArray<TPost> Posts,
    int Page,
    int PageSize,
    int Total,
    int TotalPages,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<QueryNotice>? Notices);

/// <summary>Makes the answers of listings.</summary>
internal static class PostListAnswer
{
    /// <summary>The answer as JSON.</summary>
    /// <param name="listing">What was found.</param>
    /// <param name="catalog">Where.</param>
    /// <param name="fields">The fields of a post that are wanted; empty for all.</param>
    /// <param name="notices">Names in the query that no post has.</param>
    public static byte[] ToJson(
        PostListing listing, Catalog catalog, ImmutableArray<string> fields, ImmutableArray<QueryNotice> notices)
    {
        ImmutableArray<PostAnswer> posts = [.. listing.Posts.Select(entry => PostAnswer.Of(entry, catalog))];
        return fields is []
            ? JsonSerializer.SerializeToUtf8Bytes(Of(posts, listing, notices), ApiJson.Readable.PostListAnswerPostAnswer)
            : JsonSerializer.SerializeToUtf8Bytes(
                Of<JsonObject>([.. posts.Select(post => PostJson.Of(post, fields))], listing, notices),
                ApiJson.Readable.PostListAnswerJsonObject);
    }

    private static PostListAnswer<TPost> Of<TPost>(
        ImmutableArray<TPost> posts, PostListing listing, ImmutableArray<QueryNotice> notices) =>
        new(posts, listing.Page, listing.PageSize, listing.Total, listing.TotalPages, notices is [] ? null : notices);
}
