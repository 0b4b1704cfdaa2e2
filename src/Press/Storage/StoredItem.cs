namespace Press;

/// <summary>Metadata of a stored item.</summary>
/// <param name="Name">Its name in NFC.</param>
/// <param name="ETag">An opaque mark of this state of the item, without quotes; every write that changes it gives another one.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Created">When the name first came to be, as well as the storage knows.</param>
/// <param name="LastModified">When it was last written.</param>
/// <param name="ContentHash">What <see cref="Press.ContentHash"/> makes of its content; null where the storage keeps no hash.</param>
/// <param name="ContentType">As it was written; null where the storage keeps none.</param>
/// <param name="CacheControl">As it was written; null for none.</param>
/// <param name="ContentDisposition">As it was written; null for none.</param>
public sealed record StoredItem(
    string Name,
    string ETag,
    long Length,
    DateTimeOffset Created,
    DateTimeOffset LastModified,
    string? ContentHash = null,
    string? ContentType = null,
    string? CacheControl = null,
    string? ContentDisposition = null);

/// <summary>What is written under a name.</summary>
/// <param name="Bytes">The whole content.</param>
/// <param name="ContentType">The media type with its charset, such as <c>text/html; charset=utf-8</c>. A folder does not keep it.</param>
/// <param name="CacheControl">The <c>Cache-Control</c> with which a web server hands it out; null for none. A folder does not keep
/// it.</param>
/// <param name="ContentDisposition">The <c>Content-Disposition</c>; null for none. A folder does not keep it.</param>
public sealed record StoreContent(
    ReadOnlyMemory<byte> Bytes, string ContentType, string? CacheControl = null, string? ContentDisposition = null);

/// <summary>
/// The answer to a read: <see cref="Found"/>, <see cref="NotModified"/>, <see cref="TooLong"/> <see cref="Unreadable"/> or
/// <see cref="Missing"/>.
/// </summary>
public abstract record ReadAnswer
{
    private ReadAnswer()
    {
    }

    /// <summary>The item is there, and this is it.</summary>
    public sealed record Found(StoredItem Item, ReadOnlyMemory<byte> Bytes) : ReadAnswer;

    /// <summary>The item is there, and the caller's copy is still right.</summary>
    public sealed record NotModified : ReadAnswer;

    /// <summary>The item is there, and has more bytes than were asked for.</summary>
    public sealed record TooLong(StoredItem Item) : ReadAnswer;

    /// <summary>The item is there, and the storage does not hand it out, while it does so with others.</summary>
    /// <param name="Item">What is known of it.</param>
    /// <param name="Why">Why not, and what to do: <c>it is archived. Move it to another access tier.</c></param>
    public sealed record Unreadable(StoredItem Item, string Why) : ReadAnswer;

    /// <summary>No item has this name.</summary>
    public sealed record Missing : ReadAnswer;
}
