namespace Press.Tests;

public sealed class AbsoluteLinksTests
{
    private const string Page = "https://example.com/b/2025/a.html";

    [Theory]
    [InlineData("/b/x.html?y=1&amp;z#w", "https://example.com/b/x.html?y=1&amp;z#w")]
    [InlineData("#notes", Page + "#notes")]
    [InlineData("#첫인상", Page + "#%EC%B2%AB%EC%9D%B8%EC%83%81")]
    [InlineData("?page=2", Page + "?page=2")]
    [InlineData("", Page)]
    [InlineData("b.html", "https://example.com/b/2025/b.html")]
    [InlineData("../b.html", "https://example.com/b/b.html")]
    [InlineData("/b/서울 산책.html", "https://example.com/b/%EC%84%9C%EC%9A%B8%20%EC%82%B0%EC%B1%85.html")]
    [InlineData("//cdn.example.org/x.js", "https://cdn.example.org/x.js")]
    [InlineData("https://other.example.org/글?a=%20", "https://other.example.org/글?a=%20")]
    [InlineData("mailto:a@example.com", "mailto:a@example.com")]
    [InlineData("tel:+82-2", "tel:+82-2")]
    [InlineData("http://[", "http://[")]
    public void A_link_leads_where_it_leads_on_its_page(string link, string absolute) =>
        Assert.Equal($"<a href=\"{absolute}\">x</a>", AbsoluteLinks.In($"<a href=\"{link}\">x</a>", Page));

    [Theory]
    [InlineData("<img src=\"/i.jpg\">", "<img src=\"https://example.com/i.jpg\">")]
    [InlineData(
        "<video src=\"/v.mp4\" poster=\"/p.jpg\"></video>",
        "<video src=\"https://example.com/v.mp4\" poster=\"https://example.com/p.jpg\"></video>")]
    [InlineData(
        "<video><source src=\"/v.mp4\"><track src=\"/v.vtt\"></video>",
        "<video><source src=\"https://example.com/v.mp4\"><track src=\"https://example.com/v.vtt\"></video>")]
    [InlineData("<blockquote cite=\"/q\">q</blockquote>", "<blockquote cite=\"https://example.com/q\">q</blockquote>")]
    [InlineData("<iframe src=\"//video.example.org/1\"></iframe>", "<iframe src=\"https://video.example.org/1\"></iframe>")]
    public void Whatever_is_loaded_is_absolute(string html, string absolute) => Assert.Equal(absolute, AbsoluteLinks.In(html, Page));

    [Theory]
    [InlineData("/a.jpg", "https://example.com/a.jpg")]
    [InlineData("/a.jpg 1x, /b.jpg 2x", "https://example.com/a.jpg 1x, https://example.com/b.jpg 2x")]
    [InlineData("/a.jpg 480w,/b.jpg 800w", "https://example.com/a.jpg 480w, https://example.com/b.jpg 800w")]
    [InlineData(" /a,b.jpg  1x ,\n https://cdn.example.org/c.jpg 2x", "https://example.com/a,b.jpg  1x, https://cdn.example.org/c.jpg 2x")]
    [InlineData("/a.jpg, /b.jpg 2x", "https://example.com/a.jpg, https://example.com/b.jpg 2x")]
    public void Every_image_of_a_srcset_is_absolute(string srcset, string absolute) =>
        Assert.Equal($"<img srcset=\"{absolute}\">", AbsoluteLinks.In($"<img srcset=\"{srcset}\">", Page));

    [Theory]
    [InlineData("")]
    [InlineData("text alone")]
    [InlineData("<p title=\"/not/a/link\">1 &lt; 2 &amp; <code>href=\"/x\"</code></p>\n<!-- /a -->\n")]
    [InlineData("<h2 id=\"a\">한글 👨‍👩‍👧</h2><pre><code>a\n  b</code></pre>")]
    public void All_else_stays_as_it_is(string html) => Assert.Equal(html, AbsoluteLinks.In(html, Page));

    [Fact]
    public void What_is_absolute_stays_so()
    {
        var once = AbsoluteLinks.In("<a href=\"/글\">x</a><img srcset=\"/a b 2x\" src=\"i.png\">", Page);
        Assert.Equal(once, AbsoluteLinks.In(once, "https://elsewhere.example.org/"));
    }
}
