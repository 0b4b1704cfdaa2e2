namespace Press.Jekyll;

/// <summary>The comparison finds what differs, and only that.</summary>
public sealed class HtmlTokensTests
{
    [Theory]
    [InlineData("<p>a  b\n c</p>", "<p>a b c</p>")]
    [InlineData("<p class='x' id='y'>a</p>", "<p id=\"y\" class=\"x\">a</p>")]
    [InlineData(
        "<div class=\"highlight\"><pre><code class=\"language-js\"><span class=\"k\">var</span></code></pre></div>",
        "<pre><code>var\n</code></pre>")]
    [InlineData("<p><a href=\"https://a.example/\">https://a.example/</a></p>", "<p>https://a.example/</p>")]
    [InlineData("<div class=\"math\">\\[a\\]</div>", "\\[a\\]")]
    [InlineData("<p>a<!-- note --></p>", "<p>a</p>")]
    public void What_a_reader_cannot_tell_apart_is_the_same(string press, string jekyll) =>
        Assert.True(PostComparison.Between("a", press, jekyll) is { IsIdentical: true, HasSameText: true });

    [Theory]
    [InlineData("<p>a</p>", "<p>b</p>", false)]
    [InlineData("<p>a</p>", "<p>a</p><p>b</p>", false)]
    [InlineData("<li>a</li>", "<li><p>a</p></li>", true)]
    [InlineData("<p class=\"x\">a</p>", "<p>a</p>", true)]
    [InlineData("<p><em>a</em></p>", "<p><strong>a</strong></p>", true)]
    [InlineData("<p><a href=\"/a\">x</a></p>", "<p><a href=\"/b\">x</a></p>", true)]
    public void What_differs_is_told(string press, string jekyll, bool hasSameText)
    {
        var comparison = PostComparison.Between("a", press, jekyll);
        Assert.False(comparison.IsIdentical);
        Assert.Equal(hasSameText, comparison.HasSameText);
    }
}
