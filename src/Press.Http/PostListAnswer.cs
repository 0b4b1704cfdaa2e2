using System.Collections.Immutable;

namespace Press.Http;

/// <summary>A page of posts.</summary>
internal sealed record PostListAnswer(ImmutableArray<PostAnswer> Posts, int Page, int PageSize, int Total, int TotalPages)
{
    public static PostListAnswer Of(PostListing listing, Catalog catalog) =>
        new([.. listing.Posts.Select(entry => PostAnswer.Of(entry, catalog))], listing.Page, listing.PageSize, listing.Total, listing.TotalPages);
}
