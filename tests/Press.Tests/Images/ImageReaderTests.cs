using System.Diagnostics;
using SkiaSharp;

namespace Press.Tests;

public sealed class ImageReaderTests
{
    [Fact]
    public void A_photograph_gets_smaller_versions_in_WebP()
    {
        var reading = Read("a.jpg", Pictures.Jpeg(2000, 1000));
        Assert.Null(reading.Fault);
        Assert.Equal((2000, 1000), (reading.Facts!.Width, reading.Facts.Height));
        Assert.Equal([480, 960, 1600], reading.Facts.Variants.Select(variant => variant.Width));
        foreach (var (variant, content) in reading.Facts.Variants.Zip(reading.Contents))
        {
            Assert.Equal(ContentHash.Of(content.Span), variant.Hash);
            Assert.Equal($"images/a.jpg.{variant.Width}.webp", variant.FileOf("images/a.jpg"));
            Assert.Equal("WEBP"u8, content.Span[8..12]);
            using var picture = Pictures.Decode(content);
            Assert.Equal((variant.Width, variant.Width / 2), (picture.Width, picture.Height));
        }
    }

    [Theory]
    [InlineData(1600, "480 960 1600")]
    [InlineData(1601, "480 960 1600")]
    [InlineData(1200, "480 960 1200")]
    [InlineData(480, "480")]
    [InlineData(20, "20")]
    public void A_picture_that_is_no_WebP_becomes_one_at_its_own_width(int width, string widths) =>
        Assert.Equal(widths, string.Join(' ', Read("a.png", Pictures.Png(width, 20)).Facts!.Variants.Select(variant => variant.Width)));

    [Theory]
    [InlineData(1000, 17_000, "480 960")]
    [InlineData(1000, 20_000, "480")]
    [InlineData(20, 20_000, "")]
    public void A_version_that_would_be_too_high_for_WebP_is_not_made(int width, int height, string widths) =>
        Assert.Equal(widths, string.Join(' ', Read("a.png", Pictures.Png(width, height)).Facts!.Variants.Select(variant => variant.Width)));

    [Fact]
    public void A_WebP_gets_smaller_versions_alone() =>
        Assert.Equal([480, 960], Read("a.webp", Pictures.WebP(1200, 20)).Facts!.Variants.Select(variant => variant.Width));

    [Fact]
    public void A_version_that_takes_as_much_as_the_picture_is_not_kept()
    {
        var reading = Read("a.jpg", Pictures.Jpeg(600, 400, quality: 1));
        Assert.DoesNotContain(600, reading.Facts!.Variants.Select(variant => variant.Width));
        Assert.Equal(reading.Facts.Variants.Length, reading.Contents.Length);
    }

    [Fact]
    public void A_picture_that_lies_on_its_side_is_turned()
    {
        var reading = Read("a.jpg", Pictures.TurnedJpeg(1200, 600));
        Assert.Equal((600, 1200), (reading.Facts!.Width, reading.Facts.Height));
        Assert.Equal([480, 600], reading.Facts.Variants.Select(variant => variant.Width));
        foreach (var content in reading.Contents)
        {
            using var picture = Pictures.Decode(content);
            Assert.Equal(2, (int)Math.Round((double)picture.Height / picture.Width));
            Assert.True(picture.GetPixel(picture.Width / 2, picture.Height / 4) is { Red: > 230, Green: < 40, Blue: < 40 });
            Assert.False(picture.GetPixel(picture.Width / 2, picture.Height * 3 / 4) is { Red: > 230, Green: < 40, Blue: < 40 });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Every_orientation_of_EXIF_comes_out_as_Skia_itself_would_draw_it(int orientation)
    {
        // Red, green / blue, white, as they stand in the file; where each comes to stand is what EXIF 2.32, table 6, says.
        string[] shown = ["rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"];
        using var picture = new SKBitmap(64, 64);
        using (var canvas = new SKCanvas(picture))
        {
            canvas.Clear(SKColors.White);
            foreach (var (colour, x, y) in new[] { (SKColors.Red, 0, 0), (SKColors.Lime, 32, 0), (SKColors.Blue, 0, 32) })
            {
                using var paint = new SKPaint { Color = colour };
                canvas.DrawRect(x, y, 32, 32, paint);
            }
        }

        using var scaler = new ImageScaler(picture, (SKEncodedOrigin)orientation);
        using var turned = Pictures.Decode(scaler.ToWebP(32, 32));
        Assert.Equal(
            shown[orientation - 1],
            string.Concat(new[] { (8, 8), (24, 8), (8, 24), (24, 24) }.Select(at => NameOf(turned.GetPixel(at.Item1, at.Item2)))));

        static char NameOf(SKColor colour) => (colour.Red > 128, colour.Green > 128, colour.Blue > 128) switch
        {
            (true, false, false) => 'r',
            (false, true, false) => 'g',
            (false, false, true) => 'b',
            _ => 'w',
        };
    }

    [Fact]
    public void What_can_be_seen_through_stays_so()
    {
        var reading = Read("a.png", Pictures.HalfTransparentPng(600, 60));
        Assert.Equal([480, 600], reading.Facts!.Variants.Select(variant => variant.Width));
        foreach (var content in reading.Contents)
        {
            using var picture = Pictures.Decode(content);
            Assert.Equal((255, 0), (picture.GetPixel(picture.Width / 4, 20).Alpha, picture.GetPixel(picture.Width * 3 / 4, 20).Alpha));
        }
    }

    [Fact]
    public void What_moves_has_no_smaller_versions_and_what_does_not_has()
    {
        Assert.Equal(new ImageFacts(600, 4, []), Read("a.gif", Pictures.Gif(600, 4, frames: 3)).Facts);
        Assert.NotEmpty(Read("a.gif", Pictures.Gif(600, 40, frames: 1)).Facts!.Variants);

        var png = Pictures.Png(600, 4);
        Assert.NotEmpty(Read("a.png", png).Facts!.Variants);
        byte[] animated = [.. png[..33], 0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, .. png[33..]];
        Assert.Empty(Read("a.png", animated).Facts!.Variants);
    }

    [Theory]
    [InlineData("width='120' height='80px'", 120, 80)]
    [InlineData("width='1in' height='1cm'", 96, 38)]
    [InlineData("viewBox='0 0 24 12.5'", 24, 13)]
    [InlineData("viewBox='-1,-1,300,200' width='100%' height='auto'", 300, 200)]
    [InlineData("viewBox='0 0 300 200' width='30'", 30, 20)]
    [InlineData("viewBox='0 0 300 200' height='20'", 30, 20)]
    public void A_drawing_has_the_size_that_it_names(string attributes, int width, int height)
    {
        var reading = Read("a.svg", Pictures.Svg(attributes));
        Assert.Equal((width, height, 0), (reading.Facts!.Width, reading.Facts.Height, reading.Facts.Variants.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("width='100%'")]
    [InlineData("width='1e999' height='2'")]
    [InlineData("viewBox='0 0 0 0'")]
    [InlineData("viewBox='a b c d'")]
    public void A_drawing_that_names_no_size_is_no_fault(string attributes) =>
        Assert.Equal(
            new ImageReading(Facts: null),
            Read("a.svg", Pictures.Svg(attributes)) with { Contents = new ImageReading(Facts: null).Contents });

    [Fact]
    public void What_cannot_be_read_is_told_and_never_thrown()
    {
        var jpeg = Pictures.Jpeg(600, 400);
        var webP = Pictures.WebP(600, 400);
        var png = Pictures.Png(600, 400);
        foreach (var (name, bytes, told) in new (string, byte[], string)[]
        {
            ("a.jpg", jpeg[..(jpeg.Length / 2)], "ends before its last pixel"),
            ("a.png", png[..(png.Length / 2)], ""),
            ("a.webp", webP[..(webP.Length / 2)], ""),
            ("a.jpg", jpeg[..20], "no whole"),
            ("a.png", "png"u8.ToArray(), "no whole"),
            ("a.gif", [], "no whole"),
            ("a.svg", "<svg"u8.ToArray(), "not XML"),
            ("a.svg", [], "not XML"),
        })
        {
            var reading = Read(name, bytes);
            Assert.Null(reading.Facts);
            Assert.Contains(told, reading.Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_header_that_lies_costs_neither_time_nor_memory()
    {
        var bytes = Pictures.PngThatSays(60_000, 60_000);
        var (started, before) = (Stopwatch.GetTimestamp(), Environment.WorkingSet);
        var reading = Read("a.png", bytes);
        Assert.Null(reading.Facts);
        Assert.Contains("60000 x 60000", reading.Fault, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 200_000_000);

        Assert.NotNull(Read("a.png", Pictures.PngThatSays(6_000, 6_000)).Fault);
    }

    [Fact]
    public void Of_a_picture_that_is_too_large_only_the_header_is_read() =>
        Assert.Equal(new ImageFacts(9_000, 6_000, []), Read("a.png", [.. Pictures.PngThatSays(9_000, 6_000), .. new byte[100_000]]).Facts);

    [Fact]
    public void Damage_at_any_place_is_no_exception()
    {
        var random = new Random(7);
        foreach (var (name, good) in new[]
        {
            ("a.png", Pictures.Png(64, 64)),
            ("a.jpg", Pictures.TurnedJpeg(64, 64)),
            ("a.webp", Pictures.WebP(64, 64)),
            ("a.gif", Pictures.Gif(64, 64, 2)),
            ("a.svg", Pictures.Svg("viewBox='0 0 4 3'")),
        })
        {
            for (var round = 0; round < 200; round++)
            {
                var bytes = good.ToArray();
                for (var number = random.Next(1, 6); number > 0; number--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var reading = Read(name, bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)]);
                Assert.True(reading.Facts is null || reading.Fault is null);
            }
        }
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes()
    {
        var picture = Pictures.TurnedJpeg(1200, 700);
        Assert.Equal(Read("a.jpg", picture).Facts!.Variants, Read("b.jpg", picture).Facts!.Variants);
    }

    [Fact]
    public void What_is_not_asked_for_is_not_made()
    {
        var jpeg = Pictures.Jpeg(600, 400);
        Assert.Equal(new ImageFacts(600, 400, []), ImageReader.Read("a.jpg", jpeg, ImageDepth.Size).Facts);
        Assert.Equal(new ImageFacts(600, 400, []), ImageReader.Read("a.jpg", jpeg, ImageDepth.Pixels).Facts);
        Assert.NotNull(ImageReader.Read("a.jpg", jpeg.AsMemory(0, jpeg.Length / 2), ImageDepth.Size).Facts);
        Assert.Null(ImageReader.Read("a.jpg", jpeg.AsMemory(0, jpeg.Length / 2), ImageDepth.Pixels).Facts);
    }

    [Fact]
    public void AVIF_is_no_fault() =>
        Assert.Equal(
            (null, null),
            (
                Read("a.avif", [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0]).Facts,
                Read("a.avif", [0, 0, 0, 24, .. "ftypavif"u8, 0, 0, 0, 0]).Fault));

    private static ImageReading Read(string name, byte[] bytes) => ImageReader.Read(name, bytes, ImageDepth.Variants);
}
