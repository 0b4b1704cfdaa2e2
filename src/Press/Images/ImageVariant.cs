using System.Globalization;
using System.Text;

namespace Press;

/// <summary>A smaller version of a picture, in WebP.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Hash">What <see cref="ContentHash"/> makes of its content.</param>
internal sealed record ImageVariant(int Width, string Hash)
{
    // What file systems allow a name; Azure asks only that all names of a path together are no longer than StoreName.MaxLength.
    private const int MaxNameBytes = 255;

    /// <summary>Whether a file of this name can be in every store.</summary>
    public static bool HasRoom(string file) =>
        file.Length <= StoreName.MaxLength && Encoding.UTF8.GetByteCount(file.AsSpan(file.LastIndexOf('/') + 1)) <= MaxNameBytes;

    /// <summary>What is wrong with the names of a picture's versions, for its author; null if there is room for the names of all.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="facts">What is known of it.</param>
    public static Diagnostic? WarningFor(string source, ImageFacts? facts)
    {
        var file = SourceName.WithoutPostsFolder(source);
        return facts?.Variants.All(variant => HasRoom(variant.FileOf(file))) != false
            ? null
            : new Diagnostic(
                DiagnosticRules.NameWithoutRoom,
                source,
                TextPosition.Start,
                "the picture has no smaller versions: their names would be longer than the 255 bytes that a file's name may have. "
                + "Give it a shorter name.");
    }

    /// <summary>Its file, beside that of the picture: <c>images/a.jpg.480.webp</c>.</summary>
    public string FileOf(string image) => string.Create(CultureInfo.InvariantCulture, $"{image}.{Width}.webp");
}
