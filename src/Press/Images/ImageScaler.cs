using SkiaSharp;

namespace Press;

/// <summary>
/// Makes smaller versions of a picture, the widest first, each of the one before. It may use up the pixels that it is given.
/// </summary>
internal sealed class ImageScaler : IDisposable
{
    private const float Quality = 80;

    // At exactly half the size this is the mean of four pixels; a cubic filter would skip some.
    private static readonly SKSamplingOptions Halving = new(SKFilterMode.Linear);
    private static readonly SKSamplingOptions Fitting = new(SKCubicResampler.Mitchell);

    private readonly SKEncodedOrigin _origin;
    private SKBitmap _pixels;
    private bool _isTurned;

    /// <param name="pixels">As they stand in the file.</param>
    /// <param name="origin">How they are to be turned.</param>
    public ImageScaler(SKBitmap pixels, SKEncodedOrigin origin) =>
        (_pixels, _origin, _isTurned) = (pixels, origin, origin == SKEncodedOrigin.TopLeft);

    /// <summary>Whether width and height of the file are height and width of the picture.</summary>
    public static bool IsOnItsSide(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    /// <summary>A version of this size.</summary>
    public byte[] ToWebP(int width, int height)
    {
        while ((!_isTurned && IsOnItsSide(_origin) ? _pixels.Height : _pixels.Width) >= 2 * width)
            Replace(Resized(_pixels, (_pixels.Width + 1) / 2, (_pixels.Height + 1) / 2, Halving));
        if (!_isTurned)
        {
            Replace(Turned());
            _isTurned = true;
        }

        if (_pixels.Width == width && _pixels.Height == height)
            return Encode(_pixels);
        using var fitted = Resized(_pixels, width, height, Fitting);
        return Encode(fitted);
    }

    public void Dispose() => _pixels.Dispose();

    private static SKBitmap Resized(SKBitmap pixels, int width, int height, SKSamplingOptions sampling) =>
        pixels.Resize(pixels.Info.WithSize(width, height), sampling)
            ?? throw new InvalidOperationException($"A picture cannot be brought to {width} x {height} pixels.");

    private static byte[] Encode(SKBitmap pixels)
    {
        // What names no colour space is sRGB, which these are; a profile would add half a kilobyte to each.
        using var plain = pixels.PeekPixels().WithColorSpace(null!);
        using var webP = plain.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality))
            ?? throw new InvalidOperationException("A picture cannot be encoded as WebP.");
        return webP.ToArray();
    }

    private SKBitmap Turned()
    {
        var (width, height) = (_pixels.Width, _pixels.Height);
        var turned = new SKBitmap(IsOnItsSide(_origin) ? _pixels.Info.WithSize(height, width) : _pixels.Info);
        using var canvas = new SKCanvas(turned);
        // Where each pixel goes: (x, y) to (scaleX x + skewX y + transX, skewY x + scaleY y + transY).
        canvas.SetMatrix(_origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
        canvas.DrawBitmap(_pixels, 0, 0, SKSamplingOptions.Default, paint);
        return turned;
    }

    private void Replace(SKBitmap pixels)
    {
        _pixels.Dispose();
        _pixels = pixels;
    }
}
