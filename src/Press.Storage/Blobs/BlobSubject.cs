namespace Press.Storage;

/// <summary>What an event of Blob Storage is about.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="Name">The blob's.</param>
/// <seealso href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage"/>
public readonly record struct BlobSubject(string Container, string Name)
{
    private const string Containers = "/blobServices/default/containers/";
    private const string Blobs = "/blobs/";

    /// <summary>Reads the subject of an event; null if it is not about a blob.</summary>
    public static BlobSubject? Parse(string subject)
    {
        if (!subject.StartsWith(Containers, StringComparison.Ordinal))
            return null;
        var blobs = subject.IndexOf(Blobs, Containers.Length, StringComparison.Ordinal);
        return blobs <= Containers.Length || blobs + Blobs.Length == subject.Length
            ? null
            : new BlobSubject(subject[Containers.Length..blobs], subject[(blobs + Blobs.Length)..]);
    }
}
