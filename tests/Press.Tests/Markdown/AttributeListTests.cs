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
    [InlineData(
        "|a|\n|-|\n|1|\n{: .t}",
        "<table class=\"t\">\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("a *b*{: .c} d", "<p>a <em class=\"c\">b</em> d</p>")]
    [InlineData("a **b**{:.c}**d**", "<p>a <strong class=\"c\">b</strong><strong>d</strong></p>")]
    [InlineData("[l](/u){:target=\"_blank\" rel='x'}", "<p><a href=\"/u\" target=\"_blank\" rel=\"x\">l</a></p>")]
    [InlineData(
        "![x](/y.png){: .img width=\"3\"}",
        "<p><img src=\"/y.png\" class=\"img\" width=\"3\" decoding=\"async\" alt=\"x\" fetchpriority=\"high\"></p>")]
    [InlineData("`c`{: .x}", "<p><code class=\"x\">c</code></p>")]
    [InlineData("text {: .x} more", "<p>text {: .x} more</p>")]
    [InlineData("    {: .code}", "<pre><code>{: .code}\n</code></pre>")]
    [InlineData("text{: .x} more", "<p>text{: .x} more</p>")]
    [InlineData("* {:.own} one\n* two", "<ul>\n<li class=\"own\">one</li>\n<li>two</li>\n</ul>")]
    [InlineData("{:big: .a data-k=\"v\"}\n\npara\n{: big .b}", "<p class=\"a b\" data-k=\"v\">para</p>")]
    [InlineData("<div class=\"x\">\nraw\n</div>\n{: .y #z}", "<div id=\"z\" class=\"x y\">\nraw\n</div>")]
    [InlineData("a <img src=\"/b.png\">{: .c} d", "<p>a <img class=\"c\" src=\"/b.png\" decoding=\"async\" fetchpriority=\"high\"> d</p>")]
    [InlineData("`{: .x}`", "<p><code>{: .x}</code></p>")]
    [InlineData("{:안녕}", "<p>{:안녕}</p>")]
    [InlineData("para\n{: onclick=\"x()\" style=\"position:fixed\"}", "<p>para</p>")]
    [InlineData("para {.own}", "<p>para {.own}</p>")]
    [InlineData("## Head {.own}", "<h2 id=\"head\" class=\"own\">Head</h2>")]
    [InlineData("## GET /users/{id}", "<h2 id=\"get-usersid\">GET /users/{id}</h2>")]
    public void Attributes_go_to_the_block_or_span_beside_them(string markdown, string html)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n");
        Assert.Equal(html, site.Posts["/a.html"].Html.Trim().Replace(" />", ">", StringComparison.Ordinal));
    }
}
