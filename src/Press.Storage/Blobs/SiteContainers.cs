namespace Press.Storage;

/// <summary>The four containers of a site in Azure Blob Storage.</summary>
public static class SiteContainers
{
    public const string Posts = "posts";
    public const string Site = "site";
    public const string Public = "public";
    public const string Press = "press";

    /// <summary>The containers as stores.</summary>
    /// <param name="content">The account that only authors, designers and the engine can read.</param>
    /// <param name="everybody">The account that everybody can read; it may be the same.</param>
    /// <param name="clock">Paces the renewal of leases.</param>
    /// <param name="publicName">The container that everybody reads, if it has another name: <c>$web</c>, where the account serves a static
    /// website.</param>
    public static SiteStores Open(BlobAccount content, BlobAccount everybody, TimeProvider clock, string publicName = Public) =>
        new(
            content.Container(Posts, clock),
            content.Container(Site, clock),
            everybody.Container(publicName, clock),
            content.Container(Press, clock));

    /// <summary>Makes those that are not there.</summary>
    /// <exception cref="StoreException">One could not be made.</exception>
    public static async Task CreateAsync(BlobAccount content, BlobAccount everybody, string publicName, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { Posts, Site, Press })
            await content.CreateContainerAsync(name, isPublic: false, cancellationToken);
        await everybody.CreateContainerAsync(publicName, isPublic: true, cancellationToken);
    }
}
