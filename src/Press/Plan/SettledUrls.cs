using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Who has which public file, once it is settled too which files the site has of its own: listings follow from the posts that have a page.
/// </summary>
/// <param name="Claims">The sources' files.</param>
/// <param name="Reserved">The site's own.</param>
internal sealed record SettledUrls(UrlClaims Claims, ReservedFiles Reserved)
{
    /// <param name="posts">All that may have a page.</param>
    /// <param name="assets">The files that may be published as they are.</param>
    /// <param name="site">What pages are made with.</param>
    public static SettledUrls Of(ImmutableArray<PostSummary> posts, ImmutableArray<string> assets, Site site)
    {
        var pages = posts.Where(post => post.Role is SourceRole.Page).Select(post => post.SourceName).ToHashSet(StringComparer.Ordinal);
        var reserved = ReservedFiles.Of(site, SiteFrame.CatalogOf(posts, site.Settings));
        while (true)
        {
            var claims = UrlClaims.Settle(posts, assets, reserved);
            var winners = posts.Where(post => claims.Has(post.SourceName, UrlPath.ToFile(post.Entry.Path))).ToList();
            // Without the losers there may be other listings, such as all tags where the site's own language has no posts any more.
            var others = winners.Count == posts.Length
                ? reserved
                : reserved.Union(ReservedFiles.Of(site, SiteFrame.CatalogOf(winners, site.Settings)));
            if (!others.Names.Any(IsTaken) && claims.Redirects.All(redirect => others.Find(UrlPath.ToFile(redirect.Path)) is null))
                return new SettledUrls(claims, others);
            reserved = others;

            // A page may stand in the place of a listing.
            bool IsTaken(string name) =>
                claims.Owners.TryGetValue(name, out var owner) && !(pages.Contains(owner) && others.IsListing(name));
        }
    }
}
