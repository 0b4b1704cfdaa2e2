using System.Text.Json;
using Press.Testing;
using SkiaSharp;

namespace Press.Tests.Look;

/// <summary>Icons and the manifest, by which a site can be put on the screen of a telephone.</summary>
public sealed class IconTests
{
    private const string Settings = "-- _config.yml --\nurl: https://b.example\nbaseurl: /blog\ntitle: { en: Tea, ko: 차 }\nlang: ko\n";

    [Fact]
    public void The_manifest_has_the_title_the_colours_and_every_icon()
    {
        var site = SiteText.Publish(Settings + "look: { paper: \"#ffffff\" }\n");
        using var manifest = JsonDocument.Parse(site.File("assets/manifest.webmanifest"));
        var root = manifest.RootElement;
        Assert.Equal("차", root.GetProperty("name").GetString());
        Assert.Equal("/blog/", root.GetProperty("scope").GetString());
        Assert.Equal("#ffffff", root.GetProperty("theme_color").GetString());
        var icons = root.GetProperty("icons").EnumerateArray().Select(icon => icon.GetProperty("src").GetString()!.Split('?')[0]).ToList();
        Assert.Equal(["/blog/assets/icon-512.png", "/blog/assets/icon.svg", "/blog/assets/touch-icon.png"], icons);
        Assert.All(icons, icon => Assert.Contains(icon["/blog/".Length..], site.Files.Keys));
        Assert.Equal("application/manifest+json", site.Files["assets/manifest.webmanifest"].Content.ContentType);
    }

    [Fact]
    public void Every_page_names_icon_touch_icon_and_manifest_and_may_load_them()
    {
        var page = SiteText.Publish(Settings).File("index.html");
        Assert.Contains("<link rel=\"apple-touch-icon\" href=\"/blog/assets/touch-icon.png?v=", page, StringComparison.Ordinal);
        Assert.Contains("<link rel=\"manifest\" href=\"/blog/assets/manifest.webmanifest?v=", page, StringComparison.Ordinal);
        Assert.Contains("manifest-src 'self'", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assets/touch-icon.png", 180)]
    [InlineData("assets/icon-512.png", 512)]
    public void The_icons_have_the_colours_of_the_site(string name, int size)
    {
        AssertColors("", 0x9a3412, 0xfdfcfa);
        AssertColors("look: { accent: \"#0a5c8a\", paper: \"#ffffff\" }\n", 0x0a5c8a, 0xffffff);

        void AssertColors(string look, int ground, int mark)
        {
            using var icon = SKBitmap.Decode(SiteText.Publish(Settings + look).Files[name].Content.Bytes.Span);
            Assert.Equal((size, size), (icon.Width, icon.Height));
            Assert.Equal(ground, ColorAt(icon, 1, 1));
            Assert.Equal(mark, ColorAt(icon, size * 38 / 100, size / 2));
        }
    }

    [Fact]
    public void The_drawn_icon_has_them_too()
    {
        var icon = SiteText.Publish(Settings + "look: { accent: \"#0a5c8a\", paper: \"#ffffff\" }\n").File("assets/icon.svg");
        Assert.Contains("#0a5c8a", icon, StringComparison.Ordinal);
        Assert.Contains("#ffffff", icon, StringComparison.Ordinal);
        Assert.DoesNotContain("#9a3412", icon, StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_icon_stands_alone_unless_the_site_has_the_larger_ones_too()
    {
        const string Own = "-- assets/icon.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n";
        var site = SiteText.Publish(Settings + Own);
        Assert.DoesNotContain("assets/touch-icon.png", site.Files.Keys);
        Assert.DoesNotContain("apple-touch-icon", site.File("index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("icon-512", site.File("assets/manifest.webmanifest"), StringComparison.Ordinal);

        var both = SiteText.Publish(Settings + Own + "-- assets/touch-icon.png --\nown\n");
        Assert.Equal("own\n", both.File("assets/touch-icon.png"));
        Assert.Contains("apple-touch-icon", both.File("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_own_manifest_takes_the_place_of_the_one_that_is_made() =>
        Assert.Equal("{}\n", SiteText.Publish(Settings + "-- assets/manifest.webmanifest --\n{}\n").File("assets/manifest.webmanifest"));

    private static int ColorAt(SKBitmap picture, int x, int y) =>
        picture.GetPixel(x, y) is var color ? (color.Red << 16) | (color.Green << 8) | color.Blue : 0;
}
