namespace Press.Http;

/// <summary>Where the API finds what has been published.</summary>
public interface ICatalogReader
{
    /// <summary>The newest catalog, where it is known to be that without a request to the storage; else null.</summary>
    Catalog? Fresh { get; }

    /// <summary>The newest catalog. An answer is made of one catalog, however many come after it.</summary>
    ValueTask<CatalogReading> GetCatalogAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The paths of the posts in which every word of a text stands, of other pages too; null if the site has no index of words yet.
    /// </summary>
    /// <param name="catalog">The catalog from which the answer is made.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="language">Only posts of this one; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    ValueTask<IReadOnlySet<string>?> FindTextAsync(Catalog catalog, string text, string? language, CancellationToken cancellationToken);

    /// <summary>The body of a post as HTML; null if the post is gone since the catalog was made.</summary>
    ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken);
}

/// <summary>A catalog as it was read.</summary>
/// <param name="Catalog">The catalog.</param>
/// <param name="Age">How long ago it was the newest, where the storage does not answer; null where it does.</param>
public sealed record CatalogReading(Catalog Catalog, TimeSpan? Age = null);
