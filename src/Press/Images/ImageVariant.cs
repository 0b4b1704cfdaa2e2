using System.Globalization;

namespace Press;

/// <summary>A smaller version of a picture, in WebP.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Hash">What <see cref="ContentHash"/> makes of its content.</param>
internal sealed record ImageVariant(int Width, string Hash)
{
    /// <summary>Its file, beside that of the picture: <c>images/a.jpg.480.webp</c>.</summary>
    public string FileOf(string image) => string.Create(CultureInfo.InvariantCulture, $"{image}.{Width}.webp");
}
