using Press.Testing;

namespace Press.Tests;

public sealed class AttributeListTests
{
    [Theory]
    [InlineData("para\n{: .a #b data-k=\"v w\"}", "<p id=\"b\" class=\"a\" data-k=\"v w\">para</p>")]
    [InlineData("para\n{:.a.b}\n\nnext", "<p class=\"a b\">para</p>\n<p>next</p>")]
    [InlineData("one\n\n{: .a}\ntwo", "<p>one</p>\n<p class=\"a\">two</p>")]
    [InlineData("{: .a}\npara", "<p class=\"a\">para</p>")]
    [InlineData("## Head\n{: #h .x}", "<h2 id=\"h\" class=\"x\">Head</h2>")]
    [InlineData("- a\n- b\n{: .list}", "<ul class=\"list\">\n<li>a</li>\n<li>b</li>\n</ul>")]
    [InlineData("> q\n{: .q}", "<blockquote class=\"q\">\n<p>q</p>\n</blockquote>")]
    [InlineData("|a|\n|-|\n|1|\n{: .t}", "<table class=\"t\">\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("a *b*{: .c} d", "<p>a <em class=\"c\">b</em> d</p>")]
    [InlineData("a **b**{:.c}**d**", "<p>a <strong class=\"c\">b</strong><strong>d</strong></p>")]
    [InlineData("[l](/u){:target=\"_blank\" rel='x'}", "<p><a href=\"/u\" target=\"_blank\" rel=\"x\">l</a></p>")]
    [InlineData("![x](/y.png){: .img width=\"3\"}", "<p><img src=\"/y.png\" class=\"img\" width=\"3\" decoding=\"async\" alt=\"x\"></p>")]
    [InlineData("`c`{: .x}", "<p><code class=\"x\">c</code></p>")]
    [InlineData("text {: .x} more", "<p>text {: .x} more</p>")]
    [InlineData("    {: .code}", "<pre><code>{: .code}\n</code></pre>")]
    [InlineData("* toc\n{:toc}", "<ul>\n<li>toc</li>\n</ul>")]
    [InlineData("para\n{: onclick=\"x()\" style=\"position:fixed\"}", "<p>para</p>")]
    [InlineData("para {.own}", "<p class=\"own\">para </p>")]
    public void Attributes_go_to_the_block_or_span_beside_them(string markdown, string html)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n");
        Assert.Equal(html, site.Posts["/a.html"].Html.Trim().Replace(" />", ">", StringComparison.Ordinal));
    }
}
