namespace Press;

/// <summary>
/// Keeps of a GIF its frames, how they follow each other, and the colour profile; no comment, no XMP, and nothing behind its end.
/// </summary>
/// <seealso href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt"/>
internal static class GifMetadata
{
    private const byte Extension = 0x21;
    private const byte Frame = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte Comment = 0xFE;
    private const byte Application = 0xFF;

    private const int HeaderLength = 13;

    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> gif)
    {
        var bytes = gif.Span;
        if (bytes.Length < HeaderLength)
            return gif;
        var kept = new KeptPieces(gif);
        var at = Math.Min(bytes.Length, HeaderLength + ColoursOf(bytes[10]));
        kept.Keep(0, at);
        while (at < bytes.Length)
        {
            var end = bytes[at] switch
            {
                Extension when at + 2 < bytes.Length => EndOfBlocks(bytes, at + 2),
                Frame when at + 10 < bytes.Length => EndOfBlocks(bytes, at + 11 + ColoursOf(bytes[at + 9])),
                Trailer => at + 1,
                // What no decoder understands ends it.
                _ => bytes.Length,
            };
            if (bytes[at] != Extension || Stays(bytes[at..end]))
                kept.Keep(at, end);
            if (bytes[at] == Trailer)
                break;
            at = end;
        }

        return kept.ToFile();
    }

    private static bool Stays(ReadOnlySpan<byte> extension) => extension.Length > 2 && extension[1] switch
    {
        Comment => false,
        Application => extension.Length > 14 && IsShown(extension[3..14]),
        _ => true,
    };

    private static bool IsShown(ReadOnlySpan<byte> application) =>
        application.SequenceEqual("NETSCAPE2.0"u8)
        || application.SequenceEqual("ANIMEXTS1.0"u8)
        || application.SequenceEqual("ICCRGBG1012"u8);

    /// <summary>How many bytes a table of colours takes.</summary>
    private static int ColoursOf(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 0x07) + 1);

    /// <summary>Blocks say how long they are; one of no length is the last.</summary>
    private static int EndOfBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
            at += bytes[at] + 1;
        return Math.Min(bytes.Length, at + 1);
    }
}
