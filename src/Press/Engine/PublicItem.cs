namespace Press;

/// <summary>A file of the public container, as far as a build has to know it.</summary>
/// <param name="ETag">Its version.</param>
/// <param name="ContentHash">Of its content; null if nobody knows.</param>
/// <param name="Headers">A hash of the headers with which a web server hands it out; null if nobody knows.</param>
internal readonly record struct PublicItem(string ETag, string? ContentHash, UInt128? Headers = null)
{
    /// <summary>A file as a listing has it.</summary>
    public static PublicItem Of(StoredItem item) => new(
        item.ETag, item.ContentHash, item.ContentType is null
            ? null
            : HashOf(item.ContentType, item.CacheControl, item.ContentDisposition));

    /// <summary>A hash of the headers that content is to have.</summary>
    public static UInt128 HeadersOf(StoreContent content) => HashOf(content.ContentType, content.CacheControl, content.ContentDisposition);

    private static UInt128 HashOf(string? type, string? caching, string? disposition)
    {
        var hash = new HashBuilder();
        hash.Add(type);
        hash.Add(caching);
        hash.Add(disposition);
        return hash.ToHash();
    }
}
