using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Press.Tests;

/// <summary>Pictures that tests make: noise, so that no format packs them to nothing; the same for the same numbers.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height, int seed = 1) => Encode(Noise(width, height, seed), SKEncodedImageFormat.Png);

    public static byte[] Jpeg(int width, int height, int seed = 1, int quality = 95) =>
        Encode(Noise(width, height, seed), SKEncodedImageFormat.Jpeg, quality);

    public static byte[] WebP(int width, int height, int seed = 1) => Encode(Noise(width, height, seed), SKEncodedImageFormat.Webp);

    /// <summary>The left half cannot be seen through, the right one is glass.</summary>
    public static byte[] HalfTransparentPng(int width, int height)
    {
        using var noise = Noise(width, height, 1);
        using var picture = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.ClipRect(new SKRect(0, 0, width / 2f, height));
            canvas.DrawBitmap(noise, 0, 0, SKSamplingOptions.Default);
        }

        return Encode(picture, SKEncodedImageFormat.Png);
    }

    /// <summary>
    /// In the file it lies on its side, red on its left; a camera that was held upright says so (orientation 6: turn it clockwise), and red
    /// is on top.
    /// </summary>
    public static byte[] TurnedJpeg(int width, int height)
    {
        using var picture = Noise(width, height, 1);
        using (var canvas = new SKCanvas(picture))
        using (var red = new SKPaint { Color = SKColors.Red })
            canvas.DrawRect(0, 0, width / 2f, height, red);
        var jpeg = Encode(picture, SKEncodedImageFormat.Jpeg);

        // TIFF, big-endian, one directory with one entry: tag 0x0112, a short, one of it, 6.
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    /// <summary>A GIF of so many frames, each of one colour.</summary>
    public static byte[] Gif(int width, int height, int frames)
    {
        var gif = new List<byte>(
            [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255]);
        for (var frame = 0; frame < frames; frame++)
        {
            gif.AddRange([0x21, 0xF9, 4, 0, 10, 0, 0, 0]);
            gif.AddRange([0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0]);
            gif.AddRange(Pixels(width * height));
        }

        return [.. gif, 0x3B];
    }

    /// <summary>A PNG whose header says what it likes.</summary>
    public static byte[] PngThatSays(uint width, uint height)
    {
        var png = Png(8, 8);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    public static byte[] Svg(string attributes) =>
        Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}><rect/></svg>");

    /// <summary>What a picture shows.</summary>
    public static SKBitmap Decode(ReadOnlyMemory<byte> bytes) => SKBitmap.Decode(bytes.Span);

    private static SKBitmap Noise(int width, int height, int seed)
    {
        var picture = new SKBitmap(width, height, isOpaque: true);
        var bytes = picture.GetPixelSpan();
        new Random(seed).NextBytes(bytes);
        for (var alpha = 3; alpha < bytes.Length; alpha += 4)
            bytes[alpha] = 255;
        return picture;
    }

    private static byte[] Encode(SKBitmap picture, SKEncodedImageFormat format, int quality = 95)
    {
        using (picture)
        using (var data = picture.Encode(format, quality))
            return data.ToArray();
    }

    /// <seealso href="https://www.w3.org/TR/png-3/#D-CRCAppendix"/>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>LZW with codes of three bits that is cleared after every pixel, and so never grows.</summary>
    private static IEnumerable<byte> Pixels(int count)
    {
        var bits = new List<bool>();
        for (var pixel = 0; pixel < count; pixel++)
            bits.AddRange([false, false, true, pixel % 2 == 0, false, false]);
        bits.AddRange([true, false, true]);
        var bytes = bits.Chunk(8).Select(eight => (byte)eight.Select((bit, place) => bit ? 1 << place : 0).Sum());
        return [2, .. bytes.Chunk(255).SelectMany(block => block.Prepend((byte)block.Length)), 0];
    }
}
