using System.Buffers.Binary;

namespace Press;

/// <summary>The one thing in EXIF without which a picture is not shown as it should be.</summary>
/// <seealso href="https://www.cipa.jp/std/documents/e/DC-008-Translation-2019-E.pdf"/>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;

    /// <summary>How a picture is to be turned, 2 to 8; null if it is not.</summary>
    /// <param name="tiff">EXIF from its byte order mark on.</param>
    public static byte? Of(ReadOnlySpan<byte> tiff)
    {
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!isLittle && !tiff.StartsWith("MM\0*"u8)))
            return null;
        var at = Number(tiff, 4, isLittle);
        if (at > tiff.Length - 2)
            return null;

        var entries = tiff[((int)at + 2)..];
        for (int left = Small(tiff, (int)at, isLittle); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (Small(entries, 0, isLittle) == Tag && Small(entries, 2, isLittle) == Short)
                return Small(entries, 8, isLittle) is >= 2 and <= 8 and var turned ? (byte)turned : null;
        }

        return null;
    }

    /// <summary>EXIF that says nothing else.</summary>
    public static byte[] ToTiff(byte orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1, 0x01, 0x12, 0, (byte)Short, 0, 0, 0, 1, 0, orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static uint Number(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static ushort Small(ReadOnlySpan<byte> bytes, int at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
