namespace Press;

/// <summary>
/// Knows AVIF by its first box (ISO/IEC 23000-22). Skia does not decode it, and so nothing is wrong if it cannot be read.
/// </summary>
internal static class AvifHeader
{
    public static bool Is(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)
            && (bytes[8..12].SequenceEqual("avif"u8) || bytes[8..12].SequenceEqual("avis"u8) || bytes[8..12].SequenceEqual("mif1"u8));
}
