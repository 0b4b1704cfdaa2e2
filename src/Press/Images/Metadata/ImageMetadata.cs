namespace Press;

/// <summary>
/// Cuts out of a picture what it says beside its pixels: where and when it was taken, with what, by whom, and what lies behind its end.
/// Nothing is encoded anew: what stays, stays to the byte. The colour profile and the orientation stay.
/// </summary>
internal static class ImageMetadata
{
    /// <summary>Changes when the same picture would be cut otherwise.</summary>
    public const string Version = "1";

    /// <summary>
    /// The picture without; the very same bytes where there is nothing to cut, and for kinds that are not known. What was cut is not
    /// cut again.
    /// </summary>
    /// <param name="picture">The whole file. Its kind is in the bytes.</param>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> picture)
    {
        var bytes = picture.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return JpegMetadata.Cut(picture);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return PngMetadata.Cut(picture);
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return WebPMetadata.Cut(picture);
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return GifMetadata.Cut(picture);
        return AvifHeader.Is(bytes) ? AvifMetadata.Blank(picture) : picture;
    }
}
