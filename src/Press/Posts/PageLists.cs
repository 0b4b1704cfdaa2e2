namespace Press;

/// <summary>What the Liquid of a page that is no post sees of all posts.</summary>
/// <param name="Site">What it finds in <c>site</c>: <c>posts</c>, <c>tags</c>, <c>categories</c> and the like, by name.</param>
/// <param name="Paginator">The page of the listing in whose place it stands; null for none.</param>
internal sealed record PageLists(IReadOnlyDictionary<string, object?> Site, object? Paginator);
