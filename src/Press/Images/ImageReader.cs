using SkiaSharp;

namespace Press;

/// <summary>
/// Reads pictures: how large they are, and what smaller versions of them there should be. What is wrong with one is data.
/// </summary>
internal static class ImageReader
{
    /// <summary>The most pixels that are decoded: four bytes each, 200 MB. Of a larger picture only the header is read.</summary>
    public const long MostPixels = 50_000_000;

    // A text column is about 768 CSS pixels wide, of which a screen may have one, two or three dots each; a telephone has about 400.
    private static readonly int[] Widths = [480, 960, 1600];

    // WebP has 14 bits for each side.
    private const int MostWebPPixels = (1 << 14) - 1;

    /// <summary>
    /// Changes when the same picture would be read otherwise: with the rules here (the first number), and with the library.
    /// </summary>
    public static string Version { get; } = $"1 {typeof(SKCodec).Assembly.GetName().Version}";

    /// <summary>Whether a file of this name is a picture.</summary>
    public static bool Knows(string name) => MediaTypes.OfMedia(name)?.StartsWith("image/", StringComparison.Ordinal) == true;

    /// <summary>Reads one picture. The same bytes give the same reading.</summary>
    /// <param name="name">Tells drawings from pictures made of pixels; of the latter the kind is in the bytes.</param>
    /// <param name="bytes">The whole file.</param>
    /// <param name="depth">How far it is looked into.</param>
    public static ImageReading Read(string name, ReadOnlyMemory<byte> bytes, ImageDepth depth)
    {
        if (MediaTypes.OfMedia(name) == MediaTypes.Svg)
            return SvgSize.Read(bytes);

        using var image = RasterImage.Open(bytes.Span);
        if (image is null)
            return new ImageReading(Facts: null, AvifHeader.Is(bytes.Span) ? null : "it is no whole JPEG, PNG, GIF, WebP, BMP or ICO file");
        if (!image.MayHold(bytes.Length))
            return new ImageReading(
                Facts: null,
                FormattableString.Invariant(
                    $"it says that it is {image.Width} x {image.Height} pixels large, and has only {bytes.Length} bytes"));

        var facts = new ImageFacts(image.Width, image.Height, []);
        if (depth == ImageDepth.Size || image.Pixels > MostPixels || image.HasSeveralFrames(bytes.Span))
            return new ImageReading(facts);

        var widths = Widths.Where(width => width < image.Width).ToList();
        // The picture at its own size, in a format that takes less.
        if (!image.IsWebP && image.Width <= Widths[^1])
            widths.Add(image.Width);
        widths.RemoveAll(width => HeightAt(width, facts) > MostWebPPixels);
        using var pixels = image.Decode(widths is [.., var widest] ? widest : image.Width, out var fault);
        if (pixels is null)
            return new ImageReading(Facts: null, fault);
        return depth == ImageDepth.Pixels
            ? new ImageReading(facts)
            : MakeVariants(facts, new ImageScaler(pixels, image.Origin), widths, bytes.Length);
    }

    /// <summary>A version that takes as much as the picture itself serves nobody.</summary>
    private static ImageReading MakeVariants(ImageFacts facts, ImageScaler scaler, IEnumerable<int> widths, int mostBytes)
    {
        using (scaler)
        {
            var made = widths.OrderDescending()
                .Select(width => (Width: width, Content: scaler.ToWebP(width, HeightAt(width, facts))))
                .Where(variant => variant.Content.Length < mostBytes)
                .Reverse()
                .ToList();
            return new ImageReading(
                facts with { Variants = [.. made.Select(variant => new ImageVariant(variant.Width, ContentHash.Of(variant.Content)))] })
            {
                Contents = [.. made.Select(variant => (ReadOnlyMemory<byte>)variant.Content)],
            };
        }
    }

    private static int HeightAt(int width, ImageFacts facts) => Math.Max(1, (int)Math.Round((double)facts.Height * width / facts.Width));
}
