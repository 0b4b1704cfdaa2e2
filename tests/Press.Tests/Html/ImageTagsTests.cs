namespace Press.Tests;

public sealed class ImageTagsTests
{
    private static readonly SiteSettings Settings = new() { BaseUrl = "/b", Url = "https://example.com" };

    private static readonly SiteImages Images = new(Settings,
    [
        new SiteImage("images/a.jpg", new ImageFacts(2000, 1000, [new(480, "x"), new(960, "y"), new(1600, "z")])),
        new SiteImage("그림, 둘.png", new ImageFacts(600, 400, [new(480, "x")])),
        new SiteImage("big.png", new ImageFacts(4000, 3000, [])),
    ]);

    [Theory]
    // The picture's own size, its versions, and how wide they are shown.
    [InlineData(
        "src=\"/b/images/a.jpg\"",
        "src=\"/b/images/a.jpg\" width=\"2000\" height=\"1000\" srcset=\"/b/images/a.jpg.480.webp 480w, "
            + "/b/images/a.jpg.960.webp 960w, /b/images/a.jpg.1600.webp 1600w\" sizes=\"(max-width: 48rem) 100vw, 48rem\"")]
    [InlineData("src=\"/b/big.png\"", "src=\"/b/big.png\" width=\"4000\" height=\"3000\"")]
    // Absolute, with a query, encoded; the picture itself is the widest that there is.
    [InlineData(
        "src=\"https://example.com/b/big.png?x=1&amp;y#z\"",
        "src=\"https://example.com/b/big.png?x=1&amp;y#z\" width=\"4000\" height=\"3000\"")]
    [InlineData(
        "alt=\"\" src=\"/b/%EA%B7%B8%EB%A6%BC%2C%20%EB%91%98.png\"",
        "alt=\"\" src=\"/b/%EA%B7%B8%EB%A6%BC%2C%20%EB%91%98.png\" width=\"600\" height=\"400\" "
            + "srcset=\"/b/%EA%B7%B8%EB%A6%BC%2C%20%EB%91%98.png.480.webp 480w, /b/%EA%B7%B8%EB%A6%BC%2C%20%EB%91%98.png "
            + "600w\" sizes=\"(max-width: 600px) 100vw, 600px\"")]
    // Not the site's, or not known.
    [InlineData("src=\"/images/a.jpg\"", "src=\"/images/a.jpg\"")]
    [InlineData("src=\"//example.com/b/images/a.jpg\"", "src=\"//example.com/b/images/a.jpg\"")]
    [InlineData("src=\"https://example.org/b/images/a.jpg\"", "src=\"https://example.org/b/images/a.jpg\"")]
    [InlineData("src=\"/b/images/none.jpg\"", "src=\"/b/images/none.jpg\"")]
    [InlineData("alt=\"x\"", "alt=\"x\"")]
    // What the author wrote goes before.
    [InlineData("src=\"/b/big.png\" width=\"40\" height=\"30\"", "src=\"/b/big.png\" width=\"40\" height=\"30\"")]
    [InlineData("src=\"/b/big.png\" width=\"400\"", "src=\"/b/big.png\" width=\"400\" height=\"300\"")]
    [InlineData("src=\"/b/big.png\" height=\"300\"", "src=\"/b/big.png\" height=\"300\" width=\"400\"")]
    [InlineData("src=\"/b/big.png\" width=\"50%\"", "src=\"/b/big.png\" width=\"50%\"")]
    [InlineData(
        "src=\"/b/images/a.jpg\" srcset=\"x 1x\" width=\"9\" height=\"9\"",
        "src=\"/b/images/a.jpg\" srcset=\"x 1x\" width=\"9\" height=\"9\"")]
    [InlineData(
        "src=\"/b/images/a.jpg\" width=\"300\" height=\"150\" sizes=\"1px\"",
        "src=\"/b/images/a.jpg\" width=\"300\" height=\"150\" sizes=\"1px\" srcset=\"/b/images/a.jpg.480.webp 480w, "
            + "/b/images/a.jpg.960.webp 960w, /b/images/a.jpg.1600.webp 1600w\"")]
    // Styles that leave the box alone.
    [InlineData(
        "src=\"/b/big.png\" style=\"border-radius: 8px\"",
        "src=\"/b/big.png\" style=\"border-radius: 8px\" width=\"4000\" height=\"3000\"")]
    [InlineData(
        "src=\"/b/big.png\" style=\"max-width: 100%; height: auto\"",
        "src=\"/b/big.png\" style=\"max-width: 100%; height: auto\" width=\"4000\" height=\"3000\"")]
    [InlineData("src=\"/b/big.png\" style=\"width: 50%\"", "src=\"/b/big.png\" style=\"width: 50%\" width=\"4000\" height=\"3000\"")]
    // Styles that take it away, and what they come to.
    [InlineData(
        "src=\"/b/big.png\" style=\"max-height: 400px; width: auto; border-radius: 8px;\"",
        "src=\"/b/big.png\" style=\"max-height: 400px; width: auto; border-radius: 8px; width: 533px\" width=\"4000\" height=\"3000\"")]
    [InlineData(
        "src=\"/b/big.png\" style=\"max-height: 400px\"",
        "src=\"/b/big.png\" style=\"max-height: 400px; width: 533px\" width=\"4000\" height=\"3000\"")]
    [InlineData(
        "src=\"/b/big.png\" style=\"height:300px;max-width:200px\"",
        "src=\"/b/big.png\" style=\"height:300px;max-width:200px; width: 200px\" width=\"4000\" height=\"3000\"")]
    [InlineData(
        "src=\"/b/big.png\" style=\"width:auto\"",
        "src=\"/b/big.png\" style=\"width:auto; width: 4000px\" width=\"4000\" height=\"3000\"")]
    [InlineData(
        "alt=\" style=\" style=\"width:auto\" src=\"/b/big.png\"",
        "alt=\" style=\" style=\"width:auto; width: 4000px\" src=\"/b/big.png\" width=\"4000\" height=\"3000\"")]
    // Styles that only the page can tell.
    [InlineData(
        "src=\"/b/images/a.jpg\" style=\"max-height: 60vh; width: auto\"",
        "src=\"/b/images/a.jpg\" style=\"max-height: 60vh; width: auto\"")]
    [InlineData("src=\"/b/images/a.jpg\" style=\"width: auto !important\"", "src=\"/b/images/a.jpg\" style=\"width: auto !important\"")]
    [InlineData(
        "src=\"/b/images/a.jpg\" style=\"width: auto; min-height: 3em\"",
        "src=\"/b/images/a.jpg\" style=\"width: auto; min-height: 3em\"")]
    [InlineData("src=\"/b/images/a.jpg\" width=\"30\" style=\"height: 9px\"", "src=\"/b/images/a.jpg\" width=\"30\" style=\"height: 9px\"")]
    public void An_image_is_dressed(string attributes, string dressed)
    {
        dressed += " fetchpriority=\"high\"";
        Assert.Equal($"<p><img {dressed}></p>", ImageTags.Dress($"<p><img {attributes}></p>", Images, firstIsInView: true));
        Assert.Equal($"<img {dressed} />", ImageTags.Dress($"<img {attributes} />", Images, firstIsInView: true));
    }

    [Fact]
    public void The_first_is_fetched_before_others_and_all_others_load_late_unless_the_author_says_otherwise()
    {
        const string Html = "<img src=\"/x\"><p>text</p><img src=\"/y\"><img src=\"/z\" loading=\"eager\">";
        Assert.Equal(
            "<img src=\"/x\" fetchpriority=\"high\"><p>text</p><img src=\"/y\" loading=\"lazy\"><img src=\"/z\" loading=\"eager\">",
            ImageTags.Dress(Html, Images, firstIsInView: true));
        Assert.Equal(
            "<img src=\"/x\" loading=\"lazy\"><p>text</p><img src=\"/y\" loading=\"lazy\"><img src=\"/z\" loading=\"eager\">",
            ImageTags.Dress(Html, Images, firstIsInView: false));
    }

    [Theory]
    [InlineData("&lt;img src=\"/b/big.png\"&gt;")]
    [InlineData("<!-- <img src=\"/b/big.png\"> -->")]
    [InlineData("<script>let a = '<img src=\"/b/big.png\">'</script>")]
    [InlineData("<imgs src=\"/b/big.png\"></imgs>")]
    [InlineData("<img src='/b/big.png'>")]
    [InlineData("<img src=\"/b/big.png")]
    public void What_is_no_image_stays_as_it_is(string html)
    {
        Assert.Equal(html, ImageTags.Dress(html, Images, firstIsInView: false));
        Assert.Empty(ImageTags.FilesOf(html, Settings));
    }

    [Fact]
    public void The_files_that_HTML_shows_are_listed_once() => Assert.Equal(
        ["images/a.jpg", "그림, 둘.png"],
        ImageTags.FilesOf(
            "<img src=\"/b/images/a.jpg?x\"><img src=\"/b/%EA%B7%B8%EB%A6%BC,%20%EB%91%98.png\">"
                + "<img src=\"https://example.org/x.png\"><img src=\"/b/images/a.jpg\"><img alt=\"\">",
            Settings));

    [Fact]
    public void Hostile_HTML_takes_no_longer_than_its_length()
    {
        var html = string.Concat(Enumerable.Repeat("<img a=\"b\" c", 200_000));
        Assert.Equal(html, ImageTags.Dress(html, Images, firstIsInView: false));
        var spaces = "<img" + new string(' ', 1_000_000);
        Assert.Equal(spaces, ImageTags.Dress(spaces, Images, firstIsInView: false));
    }
}
