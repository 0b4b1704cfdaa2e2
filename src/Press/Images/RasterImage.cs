using System.Buffers.Binary;
using SkiaSharp;

namespace Press;

/// <summary>A picture made of pixels, of which the header is read. Its pixels are decoded only when they are asked for.</summary>
internal sealed class RasterImage : IDisposable
{
    // Deflate, which packs best of all but WebP, makes 1,032 bytes of one; a pixel takes a bit at least.
    private const long MostPixelsOfByte = 1032 * 8;

    private static readonly SKColorSpace Srgb = SKColorSpace.CreateSrgb();

    private readonly SKData _data;
    private readonly SKCodec _codec;

    private RasterImage(SKData data, SKCodec codec) => (_data, _codec) = (data, codec);

    /// <summary>How it is to be turned before it is shown.</summary>
    public SKEncodedOrigin Origin => _codec.EncodedOrigin;

    /// <summary>As it is shown.</summary>
    public int Width => ImageScaler.IsOnItsSide(Origin) ? _codec.Info.Height : _codec.Info.Width;

    /// <inheritdoc cref="Width"/>
    public int Height => ImageScaler.IsOnItsSide(Origin) ? _codec.Info.Width : _codec.Info.Height;

    public long Pixels => (long)_codec.Info.Width * _codec.Info.Height;

    public bool IsWebP => _codec.EncodedFormat == SKEncodedImageFormat.Webp;

    /// <summary>Reads the header; null if it is that of no known format.</summary>
    public static RasterImage? Open(ReadOnlySpan<byte> bytes)
    {
        var data = SKData.CreateCopy(bytes);
        if (SKCodec.Create(data) is { } codec)
            return new RasterImage(data, codec);
        data.Dispose();
        return null;
    }

    /// <summary>Whether so many bytes can hold all the pixels that the header declares. A WebP of one colour has no bound.</summary>
    public bool MayHold(long bytes) => IsWebP || Pixels <= bytes * MostPixelsOfByte;

    /// <summary>Whether it moves, or holds several sizes: then one still version would not be the same.</summary>
    public bool HasSeveralFrames(ReadOnlySpan<byte> bytes) => _codec.EncodedFormat switch
    {
        SKEncodedImageFormat.Ico => true,
        SKEncodedImageFormat.Png => HasAnimationChunk(bytes),
        _ => _codec.FrameCount > 1,
    };

    /// <summary>The pixels, not yet turned, in sRGB; decoded smaller where the format can do that for less.</summary>
    /// <param name="width">They are at least as wide as this when they are turned, unless the picture itself is not.</param>
    /// <param name="fault">Why there are none.</param>
    public SKBitmap? Decode(int width, out string? fault)
    {
        var size = SizeFor(width);
        var alpha = _codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var pixels = new SKBitmap();
        var result = pixels.TryAllocPixels(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, Srgb))
            ? _codec.GetPixels(pixels.Info, pixels.GetPixels())
            : SKCodecResult.InternalError;
        fault = result switch
        {
            SKCodecResult.Success => null,
            SKCodecResult.IncompleteInput => "it ends before its last pixel",
            SKCodecResult.ErrorInInput => "its pixels are damaged",
            _ => "its pixels cannot be decoded",
        };
        if (fault is null)
            return pixels;
        pixels.Dispose();
        return null;
    }

    public void Dispose()
    {
        _codec.Dispose();
        _data.Dispose();
    }

    /// <summary>JPEG is decoded at eighths of its size in a fraction of time and memory.</summary>
    private SKSizeI SizeFor(int width)
    {
        for (var eighths = 1; eighths < 8; eighths++)
        {
            var size = _codec.GetScaledDimensions(eighths / 8f);
            if ((ImageScaler.IsOnItsSide(Origin) ? size.Height : size.Width) >= width)
                return size;
        }

        return _codec.Info.Size;
    }

    /// <summary>Whether a PNG is animated, which Skia does not tell: a chunk <c>acTL</c> stands before its pixels.</summary>
    /// <seealso href="https://www.w3.org/TR/png-3/#11acTL"/>
    private static bool HasAnimationChunk(ReadOnlySpan<byte> bytes)
    {
        for (var at = 8L; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..8].SequenceEqual("acTL"u8))
                return true;
            if (chunk[4..8].SequenceEqual("IDAT"u8))
                return false;
            at += 12 + (long)BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }
}
