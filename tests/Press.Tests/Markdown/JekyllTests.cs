using Press.Testing;

namespace Press.Tests;

/// <summary>What kramdown reads in a way of its own, and a Jekyll site with it.</summary>
public sealed class JekyllTests
{
    [Theory]
    [InlineData("a | b\nc | d", "<tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody>")]
    [InlineData(
        "|a|b|\n|-|:-:|\n|c|\n|-|\n|d|e|",
        "<thead><tr><th>a</th><th style=\"text-align: center\">b</th></tr></thead>"
            + "<tbody><tr><td>c</td><td style=\"text-align: center\"></td></tr></tbody>"
            + "<tbody><tr><td>d</td><td style=\"text-align: center\">e</td></tr></tbody>")]
    [InlineData("|-|\n|a|\n|=|\n|b|", "<tbody><tr><td>a</td></tr></tbody><tfoot><tr><td>b</td></tr></tfoot>")]
    [InlineData(
        "a \\| `b|c` | $P(x|y)$ | [d|e](/f)",
        "<tbody><tr><td>a | <code>b|c</code></td><td>\\(P(x|y)\\)</td><td><a href=\"/f\">d|e</a></td></tr></tbody>")]
    public void Lines_of_bars_are_a_table(string markdown, string html) =>
        Assert.Equal($"<table>{html}</table>", MathText.WithTex(Html(markdown)));

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
    public void A_sites_bars_are_text_where_it_is_none_of_Jekylls() =>
        Assert.Equal("<p>a | b</p>", Html("a | b", configuration: "title: x"));

    [Theory]
    [InlineData("put it into the <head> section", "<p>put it into the &lt;head&gt; section</p>")]
    [InlineData("List<Address> and <form>", "<p>List&lt;Address&gt; and &lt;form&gt;</p>")]
    [InlineData("a <hr> b", "<p>a </p><hr> b<p></p>")]
    [InlineData("[a](/b_(c-d\\)#E) f", "<p><a href=\"/b_(c-d)#E\">a</a> f</p>")]
    [InlineData("[a](#b c)", "<p><a href=\"#b%20c\">a</a></p>")]
    [InlineData("[a](some words)", "<p>[a](some words)</p>")]
    [InlineData("> a\n```\nb \"c\"\n```\n\nd", "<blockquote><p>a</p><pre><code>b &quot;c&quot;</code></pre></blockquote><p>d</p>")]
    [InlineData("> a\n```\nb\n\nc\n```\n\nd", "<blockquote><p>a</p></blockquote><pre><code>bc</code></pre><p>d</p>")]
    [InlineData("> ```\n> b\n\nc", "<blockquote><pre><code>b</code></pre></blockquote><p>c</p>")]
    [InlineData(
        "<table>\n  <tbody>\n    <tr>\n      <td markdown=\"span\">A</td>\n    </tr>\n  </tbody>\n</table>",
        "<table><tbody><tr><td>A</td></tr></tbody></table>")]
    public void What_Jekyll_takes_for_text_or_markup_is_that(string markdown, string html) =>
        Assert.Equal(html, Html(markdown).Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("$S := \\\\{ x\\_1 \\\\}$", "\\(S := \\{ x_1 \\}\\)")]
    [InlineData("$\\phi\\_{\\*,i}$", "\\(\\phi_{*,i}\\)")]
    [InlineData("$$\\phi\\_1$$ a", "\\(\\phi\\_1\\)")]
    public void Backslashes_between_single_dollars_are_Markdowns(string markdown, string tex) =>
        Assert.Contains(tex, MathText.WithTex(Html(markdown)), StringComparison.Ordinal);

    [Fact]
    public void Notes_stand_in_the_order_in_which_they_are_called()
    {
        var notes = string.Concat("efabcd".Select(name => $"[^{name}]: note {name}\n\n"));
        var html = Html($"x[^a] [^d]\n\ny[^c] z[^f]\n\n{notes}");
        var order = System.Text.RegularExpressions.Regex.Matches(html, "<p>note ([a-f])").Select(match => match.Groups[1].Value);
        Assert.Equal("adcf", string.Concat(order));
    }

    [Theory]
    [InlineData("kramdown:\n  toc_levels: 1..2", "one two")]
    [InlineData("kramdown:\n  toc_levels: 2..3", "two three")]
    [InlineData("kramdown:\n  toc_levels: [1, 3]", "one three")]
    [InlineData("kramdown:\n  toc_levels: 1,3", "one three")]
    [InlineData("kramdown:\n  toc_levels: none", "one two three")]
    [InlineData("theme: minima", "one two three")]
    public void A_table_of_contents_has_the_levels_of_the_settings(string configuration, string titles)
    {
        var html = Html("* x\n{:toc}\n\n# one\n\n## two\n\n### three\n", configuration: $"{configuration}\ntheme: minima");
        var listed = System.Text.RegularExpressions.Regex.Matches(html, "markdown-toc-[a-z]+\">([a-z]+)</a>")
            .Select(match => match.Groups[1].Value);
        Assert.Equal(titles, string.Join(' ', listed));
    }

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
    public void Two_backslashes_end_a_line() =>
        Assert.Equal("<p>a<br>b\\</p>", Html("a\\\\\nb\\\\").Replace("<br />", "<br>", StringComparison.Ordinal));

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
        Assert.Equal(
            html,
            System.Text.RegularExpressions.Regex.Replace(
                Html(markdown), " (loading|decoding|fetchpriority)=\"[a-z]+\"| ?/>(?=<)", match => match.Value.EndsWith('>') ? ">" : ""));

    private static string Html(string markdown, string configuration = "theme: minima") =>
        SiteText.Publish(
            $"-- _config.yml --\npermalink: /:slug.html\n{configuration}\n"
                + $"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n").Posts["/a.html"].Html
            .Replace(";\"", "\"", StringComparison.Ordinal).Replace(">\n", ">", StringComparison.Ordinal)
                .Replace("\n<", "<", StringComparison.Ordinal).Replace('\n', ' ');
}
