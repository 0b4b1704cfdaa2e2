namespace Press.Http;

/// <summary>Where the API finds what has been published.</summary>
public interface ICatalogReader
{
    /// <summary>The newest catalog, where it is known to be that without a request to the storage; else null.</summary>
    Catalog? Fresh { get; }

    /// <summary>The newest catalog. An answer is made of one catalog, however many come after it.</summary>
    ValueTask<CatalogReading> GetCatalogAsync(CancellationToken cancellationToken);

    /// <summary>The body of a post as HTML; null if the post is gone since the catalog was made.</summary>
    ValueTask<string?> GetHtmlAsync(PostEntry entry, CancellationToken cancellationToken);
}

/// <summary>A catalog as it was read.</summary>
/// <param name="Catalog">The catalog.</param>
/// <param name="Age">How long ago it was the newest, where the storage does not answer; null where it does.</param>
public sealed record CatalogReading(Catalog Catalog, TimeSpan? Age = null);
