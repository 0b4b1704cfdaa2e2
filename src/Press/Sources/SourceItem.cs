namespace Press;

/// <summary>A source as a listing shows it, without its content.</summary>
/// <param name="Name">Its name in the store, in NFC.</param>
/// <param name="ETag">The store's mark of this state of it.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Created">When it first came to be.</param>
/// <param name="Fault">Why its content cannot be had, as far as the listing shows that; null if it can.</param>
internal sealed record SourceItem(string Name, string ETag, long Length, DateTimeOffset Created, Diagnostic? Fault = null);
