using Press.Testing;
using SkiaSharp;

namespace Press.Tests.Images;

/// <summary>Pictures of titles, with which posts that have no picture are shared.</summary>
public sealed class SharePictureTests
{
    private const string Settings = "-- _config.yml --\nurl: https://b.example\ntitle: A quiet press\nshare_pictures: true\n";

    [Fact]
    public void A_post_without_a_picture_is_shared_with_its_title()
    {
        var site = SiteText.Publish(Settings + Post("서울 산책"));
        Assert.Contains(
            """og:image" content="https://b.example/assets/share-pictures/a.html.png">""",
            site.File("a.html"),
            StringComparison.Ordinal);
        Assert.Contains("summary_large_image", site.File("a.html"), StringComparison.Ordinal);
        var picture = site.Files["assets/share-pictures/a.html.png"];
        Assert.Equal("image/png", picture.Content.ContentType);
        Assert.InRange(picture.Content.Bytes.Length, 1_000, 40_000);
        using var pixels = SKBitmap.Decode(picture.Content.Bytes.Span);
        Assert.Equal((1200, 630), (pixels.Width, pixels.Height));
        Assert.Equal(new SKColor(0xfd, 0xfc, 0xfa), pixels.GetPixel(0, 0));
        Assert.Equal(new SKColor(0x9a, 0x34, 0x12), pixels.GetPixel(600, 629));
        Assert.Contains(pixels.Pixels, color => color == new SKColor(0x1b, 0x1d, 0x21));
    }

    [Theory]
    [InlineData("title: T\nimage: /images/a.png")]
    [InlineData("title: 中文")]
    [InlineData("title: \"مرحبا\"")]
    [InlineData("title: \"🎉\"")]
    public void It_has_none_where_it_has_a_picture_or_the_font_has_no_letter(string keys) =>
        AssertNone($"{Settings}-- a.md --\n---\n{keys}\n---\nText.\n");

    [Theory]
    [InlineData("url: https://b.example\n")]
    [InlineData("share_pictures: true\n")]
    public void Nor_without_the_setting_or_a_url(string settings) => AssertNone($"-- _config.yml --\n{settings}{Post("T")}");

    private static void AssertNone(string text)
    {
        var site = SiteText.Publish(text);
        Assert.DoesNotContain(site.Files.Keys, name => name.StartsWith("assets/share-pictures", StringComparison.Ordinal));
        Assert.DoesNotContain("share-pictures", site.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void It_follows_from_titles_and_colours_alone()
    {
        var first = BytesOf(Settings + Post("Tea"));
        Assert.Equal(first, BytesOf(Settings + Post("Tea 🎉").Replace("Text", "Other text", StringComparison.Ordinal)));
        Assert.NotEqual(first, BytesOf(Settings + Post("Coffee")));
        Assert.NotEqual(first, BytesOf(Settings + "look: { ink: \"#000000\" }\n" + Post("Tea")));

        static byte[] BytesOf(string text) => SiteText.Publish(text).Files["assets/share-pictures/a.html.png"].Content.Bytes.ToArray();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(500)]
    public void Every_length_of_a_title_is_drawn(int letters)
    {
        foreach (var title in new[] { new string('가', letters), string.Join(' ', Enumerable.Repeat("word", (letters / 5) + 1)) })
        {
            using var pixels = SKBitmap.Decode(ShareDrawing.Draw(new ShareCard(title, title, ThemeColors.Light)));
            Assert.Equal((1200, 630), (pixels.Width, pixels.Height));
            // Nothing is drawn into the margins but the bar.
            Assert.All(Enumerable.Range(0, 600), y => Assert.Equal(pixels.GetPixel(0, 0), pixels.GetPixel(1150, y)));
        }
    }

    [Fact]
    public void The_font_has_every_letter_that_is_counted_on() =>
        Assert.All(ShareLetters.All, letter => Assert.True(ShareDrawing.Has(letter), $"U+{letter:X4}"));

    [Fact]
    public void No_author_takes_the_place_of_one() =>
        Assert.Contains(
            SiteText.Publish(Settings + Post("T") + "-- assets/share-pictures/a.html.png --\nx\n").Diagnostics,
            found => found.Rule.Code == "UR002");

    private static string Post(string title) => $"-- a.md --\n---\ntitle: \"{title}\"\n---\nText.\n";
}
