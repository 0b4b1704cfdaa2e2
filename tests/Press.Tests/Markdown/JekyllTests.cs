using Press.Testing;

namespace Press.Tests;

/// <summary>What kramdown reads in a way of its own, and a Jekyll site with it.</summary>
public sealed class JekyllTests
{
    [Theory]
    [InlineData("a | b\nc | d", "<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody>")]
    [InlineData("|a|b|\n|-|:-:|\n|c|\n|-|\n|d|e|", "<thead><tr><th>a</th><th style=\"text-align: center\">b</th></tr></thead><tbody><tr><td>c</td>"
        + "<td style=\"text-align: center\"></td></tr></tbody><tbody><tr><td>d</td><td style=\"text-align: center\">e</td></tr></tbody>")]
    [InlineData("|-|\n|a|\n|=|\n|b|", "<tbody><tr><td>a</td></tr></tbody><tfoot><tr><td>b</td></tr></tfoot>")]
    [InlineData("a \\| `b|c` | $P(x|y)$ | [d|e](/f)", "<tbody><tr><td>a | <code>b|c</code></td><td>\\(P(x|y)\\)</td><td><a href=\"/f\">d|e</a></td></tr></tbody>")]
    public void Lines_of_bars_are_a_table(string markdown, string html) => Assert.Equal($"<table>{html}</table>", Html(markdown));

    [Theory]
    [InlineData("`a | b` is code")]
    [InlineData("$P(x|y)$ is a formula")]
    [InlineData("[a | b](/c) is a link")]
    [InlineData("a \\| b")]
    [InlineData("a | b\nand no bar")]
    [InlineData("a | b\n# heading")]
    [InlineData("|a|b|\n|-|-|\nand no bar\n\n|-|")]
    public void Other_text_with_a_bar_is_none(string markdown) => Assert.DoesNotContain("<td", Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void A_sites_bars_are_text_where_it_is_none_of_Jekylls() => Assert.Equal("<p>a | b</p>", Html("a | b", configuration: "title: x"));

    [Theory]
    [InlineData("a\n: b", "<dt>a</dt><dd>b</dd>")]
    [InlineData("a\nb\n: c\n: d", "<dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd>")]
    [InlineData("a\n\n: b\n  goes on\n\n  more\n\nc\n: d", "<dt>a</dt><dd><p>b goes on</p><p>more</p></dd><dt>c</dt><dd>d</dd>")]
    [InlineData("a\n:   - b\n    - c", "<dt>a</dt><dd><ul><li>b</li><li>c</li></ul></dd>")]
    [InlineData("{:.x} a\n: {:.y} b", "<dt class=\"x\">a</dt><dd class=\"y\">b</dd>")]
    public void A_colon_below_a_term_defines_it(string markdown, string html)
    {
        Assert.Equal($"<dl>{html}</dl>", Html(markdown));
        Assert.Equal($"<dl>{html}</dl>", Html(markdown, configuration: "title: x"));
    }

    [Theory]
    [InlineData(": a")]
    [InlineData("a\n\n\n: b")]
    [InlineData("a\n:b")]
    [InlineData("a\n~   b")]
    public void Other_colons_are_text(string markdown) => Assert.DoesNotContain("<dl", Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void Two_backslashes_end_a_line() => Assert.Equal("<p>a<br>b\\</p>", Html("a\\\\\nb\\\\").Replace("<br />", "<br>", StringComparison.Ordinal));

    [Theory]
    [InlineData("<u>`a` *b* &lt;</u> *c*", "<u>`a` *b* &lt;</u> <em>c</em>")]
    [InlineData("<code>__init__</code>", "<code>__init__</code>")]
    [InlineData("<u>a <b>*b*</b> \\<head></u>", "<u>a <b>*b*</b> \\&lt;head&gt;</u>")]
    [InlineData("<span>*a*</span>", "<span><em>a</em></span>")]
    [InlineData("<<interface>> and <<a b>>", "«interface» and «a b»")]
    [InlineData("Color**::**RED, a**(b)**c, 2 ** 3 ** 4", "Color<strong>::</strong>RED, a<strong>(b)</strong>c, 2 ** 3 ** 4")]
    public void Text_is_read_as_by_kramdown(string markdown, string html) => Assert.Equal($"<p>{html}</p>", Html(markdown));

    [Theory]
    [InlineData("> - a\n  - b\n> - c", "<blockquote><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul></blockquote>")]
    [InlineData("> a\n# b\n\nc", "<blockquote><p>a</p><h1 id=\"b\">b</h1></blockquote><p>c</p>")]
    [InlineData("- > a\n- b", "<ul><li><blockquote><p>a</p></blockquote></li><li>b</li></ul>")]
    [InlineData("- a\n<!-- b -->\n- c", "<ul><li>a</li><li>c</li></ul>")]
    [InlineData("![a](/b.png)\n3. c", "<p><img src=\"/b.png\" alt=\"a\"></p><ol start=\"3\"><li>c</li></ol>")]
    public void Blocks_go_on_as_in_kramdown(string markdown, string html) =>
        Assert.Equal(html, System.Text.RegularExpressions.Regex.Replace(Html(markdown), " (loading|decoding)=\"[a-z]+\"| ?/>(?=<)", match => match.Value.EndsWith('>') ? ">" : ""));

    private static string Html(string markdown, string configuration = "theme: minima") =>
        SiteText.Publish($"-- _config.yml --\npermalink: /:slug.html\n{configuration}\n-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n").Posts["/a.html"].Html
            .Replace(";\"", "\"", StringComparison.Ordinal).Replace(">\n", ">", StringComparison.Ordinal).Replace("\n<", "<", StringComparison.Ordinal).Replace('\n', ' ');
}
