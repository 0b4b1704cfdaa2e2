using System.Buffers.Binary;

namespace Press;

/// <summary>Keeps of a WebP the chunks that its pixels need, and of EXIF the orientation.</summary>
/// <seealso href="https://developers.google.com/speed/webp/docs/riff_container"/>
internal static class WebPMetadata
{
    private const int HeaderLength = 12;

    // Flags of the VP8X chunk, which say that there are such chunks.
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    private static readonly string[] Shown = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> webP)
    {
        var bytes = webP.Span;
        var kept = new KeptPieces(webP);
        kept.Keep(0, HeaderLength);
        var last = (int)Math.Min(bytes.Length, 8L + BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
        var hasOrientation = false;
        for (var at = HeaderLength; at + 8 <= last;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(at + 4)..]);
            // A chunk of odd length has a byte behind it that does not count.
            var end = (int)Math.Min(last, at + 8L + length + (length & 1));
            var name = bytes[at..(at + 4)];
            if (name.SequenceEqual("EXIF"u8) && !hasOrientation && OrientationOf(bytes[(at + 8)..end]) is { } orientation)
            {
                hasOrientation = true;
                kept.Replace(at, end, Chunk(orientation));
            }
            else if (IsShown(name))
            {
                kept.Keep(at, end);
            }

            at = end;
        }

        var file = kept.ToFile();
        return file.Equals(webP) ? webP : WithHeader(file.ToArray(), hasOrientation);
    }

    /// <summary>The header says how long the file is, and what is in it.</summary>
    private static byte[] WithHeader(byte[] file, bool hasExif)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)file.Length - 8);
        if (file.Length > HeaderLength + 8 && file.AsSpan(HeaderLength, 4).SequenceEqual("VP8X"u8))
            file[HeaderLength + 8] = (byte)((file[HeaderLength + 8] & ~(HasExif | HasXmp)) | (hasExif ? HasExif : 0));
        return file;
    }

    /// <summary>Some programs put the name that JPEG wants before it.</summary>
    private static byte? OrientationOf(ReadOnlySpan<byte> exif) => ExifOrientation.Of(exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif);

    private static byte[] Chunk(byte orientation)
    {
        var tiff = ExifOrientation.ToTiff(orientation);
        return [.. "EXIF"u8, (byte)tiff.Length, 0, 0, 0, .. tiff];
    }

    private static bool IsShown(ReadOnlySpan<byte> name)
    {
        foreach (var shown in Shown)
        {
            if (System.Text.Ascii.Equals(name, shown))
                return true;
        }

        return false;
    }
}
