namespace Press.Tests.Drawings;

public sealed class DrawingCssTests
{
    [Theory]
    [InlineData("fill:url(#a);stroke:url( '#b' );background:url(data:image/png;base64,AA==)")]
    [InlineData("@font-face{font-family:'A';src:url(\"data:font/woff2;base64,AA==\") format('woff2'),local(\"A\")}")]
    [InlineData(".a::before{content:\"url(https://canary.invalid/)\"} /* url(//x) */ .b:not(.c)>d{transform:rotate(3deg)}")]
    [InlineData("color:light-dark(rgb(0, 0, 0), var(--x, #fff));width:calc(100% - 2px)")]
    [InlineData("")]
    public void What_loads_nothing_stays_to_the_letter(string css) => Assert.Equal(css, DrawingCss.Clean(css));

    [Theory]
    [InlineData("a{fill:url(https://canary.invalid/)}", "a{fill:none}")]
    [InlineData("fill:URL( \"//canary.invalid/#x\" )", "fill:none")]
    [InlineData("fill:\\75 rl(//canary.invalid/)", "fill:none")]
    [InlineData("fill:ur\\00006c(//canary.invalid/)", "fill:none")]
    [InlineData("fill:url(/**/'#a' 'https://canary.invalid/')", "fill:none")]
    [InlineData("fill:url(\\68ttps://canary.invalid/)", "fill:none")]
    [InlineData("fill:url(https://canary.invalid/", "fill:none")]
    [InlineData("fill:url(data:image/svg+xml,x)", "fill:none")]
    [InlineData("@import 'a;b';c{}", "c{}")]
    [InlineData("@\\69mport url(a;b) screen;c{}", "c{}")]
    [InlineData("@IMPORT url(//canary.invalid/)", "")]
    [InlineData("@namespace url(http://www.w3.org/1999/xhtml);c{}", "c{}")]
    [InlineData("background:image-set(\"https://canary.invalid/\" 1x)", "background:none(\"https://canary.invalid/\" 1x)")]
    [InlineData("src:src(\"https://canary.invalid/\")", "src:none(\"https://canary.invalid/\")")]
    [InlineData("content:\"a\nurl(//canary.invalid/)\"", "content:\"a\nnone\"")]
    [InlineData("a{b:'\\\n';c:url(//canary.invalid/)}", "a{b:'\\\n';c:none}")]
    public void What_loads_is_taken_out_and_stays_so(string css, string cleaned)
    {
        Assert.Equal(cleaned, DrawingCss.Clean(css));
        Assert.Equal(cleaned, DrawingCss.Clean(cleaned));
    }
}
