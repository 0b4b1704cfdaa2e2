namespace Press;

/// <summary>
/// Blanks the EXIF and XMP of an AVIF. They are items, whose places the file says in many ways: taking them out would move all others, so
/// that they are written over where they are. How the picture is turned stands elsewhere.
/// </summary>
/// <seealso href="https://aomediacodec.github.io/av1-avif/"/>
internal static class AvifMetadata
{
    // EXIF of no entries, behind the offset of four bytes that HEIF puts before it.
    private static readonly byte[] NoExif = [0, 0, 0, 0, .. "MM\0*"u8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0];

    /// <summary>
    /// The picture with both empty; the very same bytes if there is neither, or their places are not said in a way that is understood.
    /// </summary>
    public static ReadOnlyMemory<byte> Blank(ReadOnlyMemory<byte> avif)
    {
        var items = new AvifItems(avif);
        var places = items.Metadata().ToList();
        if (places.TrueForAll(place => IsBlank(avif.Span[place.Start..place.End], place.IsExif)))
            return avif;
        var bytes = avif.ToArray();
        foreach (var (start, end, isExif) in places)
            Blanked(end - start, isExif).CopyTo(bytes, start);
        return bytes;
    }

    private static bool IsBlank(ReadOnlySpan<byte> content, bool isExif) => content.SequenceEqual(Blanked(content.Length, isExif));

    private static byte[] Blanked(int length, bool isExif)
    {
        var blank = new byte[length];
        if (isExif)
            NoExif.AsSpan(0, Math.Min(length, NoExif.Length)).CopyTo(blank);
        else
            blank.AsSpan().Fill((byte)' ');
        return blank;
    }
}
