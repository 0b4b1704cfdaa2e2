using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;
using SkiaSharp;

namespace Press.Tests.Images.Metadata;

public sealed class ImageMetadataTests
{
    private const string Secret = "37.5665N 126.9780E";

    private static readonly byte[] SecretBytes = Encoding.ASCII.GetBytes(Secret);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds { get; } = ["a.jpg", "b.jpg", "c.png", "d.webp", "e.gif"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_picture_says_beside_its_pixels_is_cut_and_the_pixels_stay(string name)
    {
        var picture = WithMetadata(name);
        Assert.True(Holds(picture));
        var cut = ImageMetadata.Cut(picture);
        Assert.False(Holds(cut));
        Assert.True(cut.Equals(ImageMetadata.Cut(cut)), "What was cut is cut again.");

        using var before = Pictures.Decode(picture);
        using var after = Pictures.Decode(cut);
        Assert.True(before.GetPixelSpan().SequenceEqual(after.GetPixelSpan()));
    }

    [Theory]
    [InlineData("a.jpg", SKEncodedOrigin.RightTop)]
    [InlineData("b.jpg", SKEncodedOrigin.TopLeft)]
    [InlineData("d.webp", SKEncodedOrigin.RightTop)]
    public void The_orientation_stays(string name, SKEncodedOrigin orientation)
    {
        using var codec = SKCodec.Create(SKData.CreateCopy(ImageMetadata.Cut(WithMetadata(name)).Span));
        Assert.Equal(orientation, codec.EncodedOrigin);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("a.jpg")]
    [InlineData("a.webp")]
    [InlineData("a.gif")]
    public void A_picture_that_says_nothing_is_the_very_same(string name)
    {
        ReadOnlyMemory<byte> plain = name[2..] switch
        {
            "png" => Pictures.Png(20, 10),
            "jpg" => Pictures.Jpeg(20, 10),
            "webp" => Pictures.WebP(20, 10),
            _ => Pictures.Gif(20, 10, 2),
        };
        Assert.True(plain.Equals(ImageMetadata.Cut(plain)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_damaged_picture_is_cut_without_an_exception_and_once(string name)
    {
        var random = new Random(7);
        var picture = WithMetadata(name);
        for (var round = 0; round < 2_000; round++)
        {
            var damaged = picture[..random.Next(1, picture.Length + 1)];
            for (var hits = random.Next(4); hits > 0; hits--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var cut = ImageMetadata.Cut(damaged);
            Assert.True(cut.Span.SequenceEqual(ImageMetadata.Cut(cut).Span), $"Round {round}");
        }
    }

    [Fact]
    public void What_AVIF_says_is_blanked_where_it_is()
    {
        var avif = Avif();
        var blank = ImageMetadata.Cut(avif).ToArray();
        Assert.False(Holds(blank));
        Assert.Equal(avif.Length, blank.Length);
        Assert.Equal(avif[^4..], blank[^4..]);
        Assert.Equal(blank, ImageMetadata.Cut(blank).ToArray());
    }

    [Fact]
    public void A_setting_keeps_it()
    {
        Assert.True(Holds(Publish("keep_image_metadata: true", "a.jpg").Files["a.jpg"].Content.Bytes));
        Assert.False(Holds(Publish("title: A", "a.jpg").Files["a.jpg"].Content.Bytes));
    }

    [Fact]
    public async Task Laptop_and_engine_publish_the_same_and_an_idle_sweep_writes_nothing()
    {
        var (posts, site, files, press) = (new MemoryStore(), new MemoryStore(), new MemoryStore(), new MemoryStore());
        var engine = new PublishingEngine(new SiteStores(posts, site, files, press), new FakeTimeProvider(SiteText.Now));
        foreach (var name in Kinds.Select(row => row.Data))
            await posts.WriteAsync(name, new StoreContent(WithMetadata(name), "image/x"), WriteCondition.Always, Cancellation);
        await engine.SweepAsync(Cancellation);
        var laptop = Publish("title: A blog", [.. Kinds.Select(row => row.Data)]);
        foreach (var name in Kinds.Select(row => row.Data))
        {
            Assert.False(Holds(files.Items[name].Bytes));
            Assert.True(laptop.Files[name].Content.Bytes.Span.SequenceEqual(files.Items[name].Bytes.Span), name);
        }

        var (writes, receipts) = (files.Writes, press.Items.Values.Select(item => item.Item.ETag).ToList());
        await engine.SweepAsync(Cancellation);
        Assert.Equal(writes, files.Writes);
        Assert.Equal(receipts, press.Items.Values.Select(item => item.Item.ETag));

        await site.WriteAsync(
            "_config.yml", new StoreContent("keep_image_metadata: true"u8.ToArray(), "text/yaml"), WriteCondition.Always, Cancellation);
        await engine.SweepAsync(Cancellation);
        Assert.True(Holds(files.Items["a.jpg"].Bytes));
        await site.DeleteAsync("_config.yml", ifMatch: null, Cancellation);
        await engine.SweepAsync(Cancellation);
        Assert.False(Holds(files.Items["a.jpg"].Bytes));
    }

    [Fact]
    public async Task What_stands_in_for_a_good_version_that_is_gone_is_not_cut_again()
    {
        var (posts, site, files, press) = (new MemoryStore(), new MemoryStore(), new MemoryStore(), new MemoryStore());
        var stores = new SiteStores(posts, site, files, press);
        var engine = new PublishingEngine(stores, new FakeTimeProvider(SiteText.Now));
        const string Drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><a href='/x'/></svg>";
        await posts.WriteAsync(
            "a.svg", new StoreContent(Encoding.UTF8.GetBytes(Drawing), "image/svg+xml"), WriteCondition.Always, Cancellation);
        await engine.SweepAsync(Cancellation);
        var cleaned = files.Text("a.svg");
        Assert.DoesNotContain("href", cleaned, StringComparison.Ordinal);

        await posts.WriteAsync(
            "a.svg", new StoreContent("<svg><script/></svg>"u8.ToArray(), "image/svg+xml"), WriteCondition.Always, Cancellation);
        await engine.SweepAsync(Cancellation);
        Assert.Equal(cleaned, files.Text("a.svg"));
    }

    private static Publication Publish(string settings, params string[] names) =>
        SiteText.PublisherAt(SiteText.Now).Publish(
            [SiteText.Source("_config.yml", settings), .. names.Select(name => SiteText.Source(name, WithMetadata(name)))]);

    private static bool Holds(ReadOnlyMemory<byte> picture) => picture.Span.IndexOf(SecretBytes) >= 0;

    /// <summary>A picture that says where it was taken, in each place where its kind can.</summary>
    private static byte[] WithMetadata(string name) => name switch
    {
        "a.jpg" => WithSegments(Exif(6)),
        "b.jpg" => WithSegments(Exif(1)),
        "c.png" => WithChunks(),
        "d.webp" => WithWebPChunks(),
        _ => WithExtensions(),
    };

    /// <summary>TIFF of the other byte order than Press writes: an orientation, and a text.</summary>
    private static byte[] Exif(byte orientation) =>
    [
        .. "II*\0"u8, 8, 0, 0, 0,
        2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0,
        0x0E, 0x01, 2, 0, (byte)SecretBytes.Length, 0, 0, 0, 38, 0, 0, 0,
        0, 0, 0, 0, .. SecretBytes,
    ];

    private static byte[] WithSegments(byte[] exif)
    {
        var jpeg = Pictures.Jpeg(64, 48);
        return
        [
            .. jpeg[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. exif]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. SecretBytes]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. SecretBytes]),
            .. Segment(0xFE, SecretBytes),
            .. Segment(0xE2, [.. "MPF\0"u8, .. SecretBytes]),
            .. jpeg[2..],
            // A telephone's second picture, with EXIF of its own.
            .. jpeg[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. exif]), .. jpeg[2..],
        ];
    }

    private static byte[] Segment(byte code, byte[] content) =>
        [0xFF, code, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] WithChunks()
    {
        var png = Pictures.Png(64, 48);
        return
        [
            .. png[..33],
            .. Chunk("eXIf", Exif(6)),
            .. Chunk("tEXt", [.. "Location\0"u8, .. SecretBytes]),
            .. Chunk("iTXt", SecretBytes),
            .. Chunk("zzZz", SecretBytes),
            .. png[33..],
            .. SecretBytes,
        ];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        // Decoders pass over a chunk that they need not know, also with a wrong checksum.
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];
    }

    private static byte[] WithWebPChunks()
    {
        var webP = Pictures.WebP(64, 48);
        byte[] body =
        [
            .. "WEBP"u8,
            .. WebPChunk("VP8X", [0x0C, 0, 0, 0, 63, 0, 0, 47, 0, 0]),
            .. webP[12..],
            .. WebPChunk("EXIF", Exif(6)),
            .. WebPChunk("XMP ", SecretBytes),
        ];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
        return [.. "RIFF"u8, .. length, .. body];
    }

    private static byte[] WebPChunk(string name, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. content, .. new byte[content.Length & 1]];
    }

    private static byte[] WithExtensions()
    {
        var gif = Pictures.Gif(64, 48, 1);
        return
        [
            .. gif[..19],
            0x21, 0xFE, (byte)SecretBytes.Length, .. SecretBytes, 0,
            0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)SecretBytes.Length, .. SecretBytes, 0,
            0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0,
            .. gif[19..], .. SecretBytes,
        ];
    }

    /// <summary>No picture, but boxes as HEIF has them: two items of metadata behind the header, and one of pixels.</summary>
    private static byte[] Avif()
    {
        byte[] names =
            [.. FullBox("infe", 2, [0, 1, 0, 0, .. "Exif\0"u8]), .. FullBox("infe", 2, [0, 2, 0, 0, .. "mime\0application/rdf+xml\0"u8])];
        var header = Boxes(0);
        return [.. Boxes(header.Length), .. SecretBytes, .. SecretBytes, 1, 2, 3, 4];

        byte[] Boxes(int start)
        {
            var (first, second, length) = ((byte)start, (byte)(start + SecretBytes.Length), (byte)SecretBytes.Length);
            byte[] places =
                [0x44, 0, 0, 2, 0, 1, 0, 0, 0, 1, 0, 0, 0, first, 0, 0, 0, length, 0, 2, 0, 0, 0, 1, 0, 0, 0, second, 0, 0, 0, length];
            return
            [
                .. Box("ftyp", [.. "avif"u8, 0, 0, 0, 0]),
                .. FullBox("meta", 0, [.. FullBox("iinf", 0, [0, 2, .. names]), .. FullBox("iloc", 0, places)]),
            ];
        }
    }

    private static byte[] Box(string type, byte[] content)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length + 8);
        return [.. length, .. Encoding.ASCII.GetBytes(type), .. content];
    }

    private static byte[] FullBox(string type, byte version, byte[] content) => Box(type, [version, 0, 0, 0, .. content]);
}
