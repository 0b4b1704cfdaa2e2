using System.Buffers.Binary;

namespace Press;

/// <summary>
/// Keeps of a JPEG what its pixels need: no APP segment but JFIF's, the colour profile and Adobe's, no comment, and nothing behind its
/// end, where telephones put a second picture with EXIF of its own, or a film.
/// </summary>
/// <seealso href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf"/>
internal static class JpegMetadata
{
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte App15 = 0xEF;
    private const byte Comment = 0xFE;
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> jpeg)
    {
        var bytes = jpeg.Span;
        var kept = new KeptPieces(jpeg);
        kept.Keep(0, 2);
        var hasOrientation = false;
        var at = 2;
        while (at < bytes.Length)
        {
            // Between segments decoders pass over anything until the next marker.
            if (NextMarker(bytes, at) is not (>= 0 and var marker))
                break;
            at = marker;
            var code = bytes[at + 1];
            if (code == EndOfImage || IsAlone(code))
            {
                kept.Keep(at, at + 2);
                at += 2;
                if (code == EndOfImage)
                    break;
                continue;
            }

            var end = EndOfSegment(bytes, at);
            var content = bytes[Math.Min(at + 4, end)..end];
            if (code == StartOfScan)
                end = EndOfPixels(bytes, end);
            if (Stays(code, content))
            {
                kept.Keep(at, end);
            }
            else if (code == App1 && !hasOrientation && content.StartsWith("Exif\0\0"u8))
            {
                hasOrientation = true;
                if (ExifOrientation.Of(content[6..]) is { } orientation)
                    kept.Replace(at, end, Segment(orientation));
            }

            at = end;
        }

        return kept.ToFile();
    }

    private static bool Stays(byte code, ReadOnlySpan<byte> content) => code switch
    {
        App0 => content.StartsWith("JFIF\0"u8),
        App2 => content.StartsWith("ICC_PROFILE\0"u8),
        // Says how the colours are to be read.
        App14 => content.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    private static byte[] Segment(byte orientation)
    {
        var tiff = ExifOrientation.ToTiff(orientation);
        return [0xFF, App1, 0, (byte)(2 + 6 + tiff.Length), .. "Exif\0\0"u8, .. tiff];
    }

    /// <summary>A segment says how long it is, its length included.</summary>
    private static int EndOfSegment(ReadOnlySpan<byte> bytes, int at) => at + 4 > bytes.Length
        ? bytes.Length
        : Math.Min(bytes.Length, at + 2 + Math.Max((int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]), 2));

    /// <summary>Markers without content: restarts, a second start of image, TEM.</summary>
    private static bool IsAlone(byte code) => code is (>= 0xD0 and <= 0xD8) or 0x01;

    private static int NextMarker(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length)
        {
            var found = bytes[at..^1].IndexOf((byte)0xFF);
            if (found < 0)
                return -1;
            at += found;
            if (bytes[at + 1] is not (0x00 or 0xFF))
                return at;
            at++;
        }

        return -1;
    }

    /// <summary>Where the pixels of a scan end: at the next marker that is no restart; at the end of a file that was cut off.</summary>
    private static int EndOfPixels(ReadOnlySpan<byte> bytes, int at)
    {
        while (NextMarker(bytes, at) is >= 0 and var marker)
        {
            if (bytes[marker + 1] is < 0xD0 or > 0xD7)
                return marker;
            at = marker + 2;
        }

        return bytes.Length;
    }
}
