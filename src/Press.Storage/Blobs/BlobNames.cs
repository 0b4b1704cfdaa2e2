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
            throw new ArgumentException($"'{name}' is not a name that a container can hold: the store keeps its locks there.", nameof(name));
    }

    /// <summary>The item that a blob holds; null if it is none.</summary>
    public static string? NameOf(string blobName)
    {
        var name = blobName.Normalize(NormalizationForm.FormC);
        return StoreName.IsValid(name) && !IsLock(name) ? name : null;
    }

    /// <summary>What the blob of an item may be called: as it is or, as macOS uploads it, in NFD.</summary>
    public static IEnumerable<string> FormsOf(string name) =>
        Ascii.IsValid(name) ? [name] : [name, .. new[] { name.Normalize(NormalizationForm.FormD) }.Where(form => form != name)];

    /// <summary>The service's MD5 as <see cref="ContentHash"/> has it; null if it keeps none.</summary>
    public static string? HashOf(byte[]? md5) => md5 is { Length: > 0 } ? Convert.ToHexStringLower(md5) : null;

    /// <summary>An ETag without quotes: the service's headers have them, its listings have not.</summary>
    public static string ETagOf(ETag? etag) => etag?.ToString().Trim('"') ?? "";

    private static bool IsLock(string name) => name.StartsWith(BlobStore.LocksFolder, StringComparison.Ordinal);
}
