using System.Buffers.Binary;

namespace Press;

/// <summary>
/// Keeps of a PNG the chunks that its pixels need, and of EXIF the orientation. Nothing behind its end stays: some programs that crop a
/// picture leave the rest of it there.
/// </summary>
/// <seealso href="https://www.w3.org/TR/png-3/#4Concepts.FormatChunks"/>
internal static class PngMetadata
{
    private const int HeaderLength = 8;

    // Beside those that every decoder has to know, whose names begin with a capital letter.
    private static readonly string[] Shown =
        ["tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
            "mDCV", "mDCv", "cLLI", "cLLi", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT"];

    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> png)
    {
        var bytes = png.Span;
        var kept = new KeptPieces(png);
        kept.Keep(0, HeaderLength);
        var hasOrientation = false;
        for (var at = HeaderLength; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            var end = (int)Math.Min(bytes.Length, at + 12L + length);
            var name = bytes[(at + 4)..(at + 8)];
            if (name.SequenceEqual("eXIf"u8))
            {
                if (!hasOrientation && ExifOrientation.Of(bytes[(at + 8)..end]) is { } orientation)
                    kept.Replace(at, end, Chunk(orientation));
                hasOrientation = true;
            }
            else if (IsShown(name))
            {
                kept.Keep(at, end);
            }

            at = end;
            if (name.SequenceEqual("IEND"u8))
                break;
        }

        return kept.ToFile();
    }

    private static bool IsShown(ReadOnlySpan<byte> name)
    {
        if (name[0] is >= (byte)'A' and <= (byte)'Z')
            return true;
        foreach (var shown in Shown)
        {
            if (System.Text.Ascii.Equals(name, shown))
                return true;
        }

        return false;
    }

    private static byte[] Chunk(byte orientation)
    {
        byte[] checkedPart = [.. "eXIf"u8, .. ExifOrientation.ToTiff(orientation)];
        var chunk = new byte[4 + checkedPart.Length + 4];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)checkedPart.Length - 4);
        checkedPart.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(4 + checkedPart.Length), Crc32(checkedPart));
        return chunk;
    }

    /// <summary>The checksum of a chunk: of some thirty bytes, so that it needs no table.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320);
        }

        return ~crc;
    }
}
