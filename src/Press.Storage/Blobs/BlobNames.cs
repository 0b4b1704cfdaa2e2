using System.Text;
using Azure;

namespace Press.Storage;

/// <summary>What blobs are called, and what the items are called that they hold.</summary>
internal static class BlobNames
{
    /// <exception cref="ArgumentException">No store, or not this one, can hold the name.</exception>
    public static void ThrowIfInvalid(string name)
    {
        StoreName.ThrowIfInvalid(name);
        if (IsLock(name))
            throw new ArgumentException(
                $"'{name}' is not a name that a container can hold: the store keeps its locks there.", nameof(name));
    }

    /// <summary>The item that a blob holds; null if it is none.</summary>
    public static string? NameOf(string blobName)
    {
        var name = blobName.ToNormalForm();
        return StoreName.IsValid(name) && !IsLock(name) && !name.Contains(ReadableListing.Lost) ? name : null;
    }

    /// <summary>The name of a blob that no item can have, as it can be shown.</summary>
    public static string ReadableNameOf(string blobName) =>
        StoreName.Readable(blobName.Replace(ReadableListing.Lost.ToString(), @"\?", StringComparison.Ordinal));

    /// <summary>
    /// Whether a blob stands for a folder: programs that show containers as folders make such ones, and accounts with a hierarchical
    /// namespace list their folders so.
    /// </summary>
    public static bool IsFolderMarker(IDictionary<string, string>? metadata) =>
        metadata?.Any(entry =>
            entry.Key.Equals("hdi_isfolder", StringComparison.OrdinalIgnoreCase)
            && entry.Value.Equals("true", StringComparison.OrdinalIgnoreCase)) == true;

    /// <summary>What the blob of an item may be called: as it is or, as macOS uploads it, in NFD.</summary>
    public static IEnumerable<string> FormsOf(string name) =>
        Ascii.IsValid(name) ? [name] : [name, .. new[] { name.ToNormalForm(NormalizationForm.FormD) }.Where(form => form != name)];

    /// <summary>The service's MD5 as <see cref="ContentHash"/> has it; null if it keeps none.</summary>
    public static string? HashOf(byte[]? md5) => md5 is { Length: > 0 } ? Convert.ToHexStringLower(md5) : null;

    /// <summary>An ETag without quotes: the service's headers have them, its listings have not.</summary>
    public static string ETagOf(ETag? etag) => etag?.ToString().Trim('"') ?? "";

    /// <summary>Whether a blob is one whose lease is a lock.</summary>
    public static bool IsLock(string name) => name.StartsWith(BlobStore.LocksFolder, StringComparison.Ordinal);
}
