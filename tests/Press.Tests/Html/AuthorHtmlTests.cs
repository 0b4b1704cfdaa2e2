using AngleSharp.Html.Parser;
using Press.Testing;

namespace Press.Tests;

public sealed class AuthorHtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("<p onclick=\"x()\">text</p>", "<p>text</p>")]
    [InlineData("<a href=\"javascript:x()\">text</a>", "<p><a>text</a></p>")]
    [InlineData("<a href=\"java&#x09;script:x()\">text</a>", "<p><a>text</a></p>")]
    [InlineData("[text](javascript:x\\(\\))", "<p><a>text</a></p>")]
    [InlineData("[text](vbscript:x)", "<p><a>text</a></p>")]
    [InlineData("<javascript:alert(1)>", "<p><a>javascript:alert(1)</a></p>")]
    [InlineData("text\n{: onclick=\"x()\"}", "<p>text</p>")]
    [InlineData("[text](/a){: onmouseover=\"x\"}", "<p><a href=\"/a\">text</a></p>")]
    [InlineData("# Head\n{: style=\"position:fixed\"}", "<h1 id=\"head\">Head</h1>")]
    [InlineData("<div style=\"position:fixed;color:red\">text</div>", "<div style=\"color: rgba(255, 0, 0, 1)\">text</div>")]
    [InlineData("<div style=\"background:url(//x)\">text</div>", "<div style=\"background-color: initial\">text</div>")]
    [InlineData("<div style=\"pos\\69tion:fixed\">text</div>", "<div>text</div>")]
    [InlineData("<style>p{position:fixed}</style>", "")]
    [InlineData("<svg><script>x()</script></svg>", "")]
    [InlineData("<math><mtext></mtext></math>", "<p></p>")]
    [InlineData("<form action=/x><input name=a>text</form>", "text")]
    [InlineData("<input type=text>", "<p></p>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>", "<p><a href=\"https://evil.example\">evil.example</a></p>")]
    [InlineData(
        "<iframe src=\"//www.youtube.com.evil.example/embed/x\" title=\"A <b>talk</b>\"></iframe>",
        "<p><a href=\"https://www.youtube.com.evil.example/embed/x\">A &lt;b&gt;talk&lt;/b&gt;</a></p>")]
    [InlineData("<iframe src=\"https://www.youtube.com@evil.example/x/\"></iframe>",
        "<p><a href=\"https://www.youtube.com@evil.example/x/\">evil.example/x</a></p>")]
    [InlineData("<p>A <iframe src=\"/demo/\"></iframe></p>", "<p>A <a href=\"/demo/\">/demo/</a></p>")]
    [InlineData("<iframe src=\"javascript:x()\"></iframe>", "")]
    [InlineData("<iframe src=\"data:text/html,x\"></iframe>", "")]
    [InlineData("<iframe srcdoc=\"<script>x()</script>\"></iframe>", "")]
    [InlineData("<object data=x.swf>text</object>", "")]
    [InlineData("<meta http-equiv=refresh content=0>", "")]
    [InlineData("<base href=\"https://evil.example\">", "")]
    [InlineData("<link rel=stylesheet href=//x>", "")]
    [InlineData(
        "<noscript><p title=\"</noscript><img src=x onerror=x()>\"></noscript>",
        "<p><img src=\"x\" decoding=\"async\" fetchpriority=\"high\">\"&gt;</p>")]
    [InlineData("<img src=x onerror=x()>", "<p><img src=\"x\" decoding=\"async\" fetchpriority=\"high\"></p>")]
    [InlineData("<font onclick=\"x()\" color=\"red\">text</font>", "<p><span style=\"color: red\">text</span></p>")]
    [InlineData("<blink>text</blink>", "<p>text</p>")]
    public void What_could_run_load_or_cover_is_taken_out_and_told_of(string markdown, string html)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n\n{markdown}\n");
        Assert.Equal(html, site.Posts["/a.html"].Html.Trim().Replace("\n", "", StringComparison.Ordinal));
        // Where the links lead is another test's.
        var found = site.Diagnostics.Where(diagnostic => diagnostic.Rule.Code != "MD012").ToList();
        Assert.All(found, diagnostic => Assert.Equal(("MD002", 5), (diagnostic.Rule.Code, diagnostic.Position.Line)));
        Assert.NotEmpty(found);
    }

    [Theory]
    [InlineData(
        "<figure style=\"text-align: center; margin: 2rem 0;\" class=\"a b\" id=\"x\" data-k=\"v\" aria-label=\"l\" lang=\"ko\">"
            + "<img src=\"/a.png\" alt=\"x\" loading=\"eager\" decoding=\"sync\">"
            + "<figcaption style=\"color: #666;\">c</figcaption></figure>")]
    [InlineData("<details open=\"\"><summary>s</summary>text</details>")]
    [InlineData("<p>H<sub>2</sub>O <kbd>x</kbd> <a href=\"mailto:a@example.com\">a</a> <a href=\"tel:+82\">t</a></p>")]
    [InlineData(
        "<p><picture><source srcset=\"/a.webp 1x, /b.webp 2x\" type=\"image/webp\">"
            + "<img src=\"/a.png\" alt=\"\" loading=\"lazy\" decoding=\"async\"></picture></p>")]
    [InlineData("<p><video controls=\"\" poster=\"/p.jpg\"><source src=\"/v.mp4\" type=\"video/mp4\"></video></p>")]
    public void What_is_allowed_comes_through_as_it_was(string html)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n{html}\n");
        Assert.DoesNotContain(site.Diagnostics, diagnostic => diagnostic.Rule.Code != "MD012");
        Assert.Equal(html, site.Posts["/a.html"].Html.Trim());
    }

    [Theory]
    [InlineData("<center>text <img src=\"/a.png\" border=0></center>",
        "<div style=\"text-align: center\">text <img src=\"/a.png\" decoding=\"async\" fetchpriority=\"high\"></div>")]
    [InlineData("<center style=\"color: #666\" class=\"a\">text</center>",
        "<div style=\"text-align: center; color: #666\" class=\"a\">text</div>")]
    [InlineData("<font color=\"ff0000\" size=\"+2\" face=\"Arial, Nanum Gothic\">a</font>",
        "<p><span style=\"color: #ff0000; font-size: x-large; font-family: Arial, Nanum Gothic\">a</span></p>")]
    [InlineData("<font size=1>a</font> <font size=9>b</font>",
        "<p><span style=\"font-size: x-small\">a</span> <span style=\"font-size: xxx-large\">b</span></p>")]
    [InlineData("<big>a</big> <tt>b</tt> <strike>c</strike> <acronym title=\"D\">d</acronym> <nobr>e</nobr>",
        "<p><span style=\"font-size: larger\">a</span> <code>b</code> <s>c</s> <abbr title=\"D\">d</abbr> "
            + "<span style=\"white-space: nowrap\">e</span></p>")]
    [InlineData("<table border=1 cellpadding=\"5\" bgcolor=\"#eee\"><tbody><tr><td valign=\"TOP\" nowrap>x</td></tr></tbody></table>",
        "<table style=\"background-color: #eee\"><tbody><tr>"
            + "<td style=\"vertical-align: top; white-space: nowrap\">x</td></tr></tbody></table>")]
    [InlineData("<div>a<br clear=\"all\">b</div>", "<div>a<br style=\"clear: both\">b</div>")]
    [InlineData("<div><img src=\"/a.png\" hspace=\"10\" vspace=\"5\" border=\"2\"></div>",
        "<div><img src=\"/a.png\" style=\"margin-left: 10px; margin-right: 10px; margin-top: 5px; margin-bottom: 5px; border: 2px solid\" "
            + "decoding=\"async\" fetchpriority=\"high\"></div>")]
    public void What_old_html_says_is_said_as_it_is_today(string old, string html)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n{old}\n");
        Assert.DoesNotContain(site.Diagnostics, diagnostic => diagnostic.Rule.Code != "MD012");
        Assert.Equal(html, site.Posts["/a.html"].Html.Trim());
    }

    [Theory]
    [InlineData("<font color=\"url(x)\">text</font>", "<p><span>text</span></p>")]
    [InlineData("<font face=\"x;position:fixed\">text</font>", "<p><span>text</span></p>")]
    [InlineData("<font color=\"red;position:fixed\" size=\"9999999999\">text</font>", "<p><span>text</span></p>")]
    [InlineData("<div><img src=\"/a.png\" hspace=\"99999\"></div>",
        "<div><img src=\"/a.png\" decoding=\"async\" fetchpriority=\"high\"></div>")]
    public void Old_html_says_no_more_than_todays_may(string old, string html)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n{old}\n");
        Assert.Contains(site.Diagnostics, diagnostic => diagnostic.Rule.Code == "MD002");
        Assert.Equal(html, site.Posts["/a.html"].Html.Trim());
    }

    [Theory]
    [InlineData("//www.youtube.com/embed/x")]
    [InlineData("http://www.youtube.com/embed/x")]
    [InlineData(" https://www.youtube.com/embed/x")]
    public void A_player_of_an_old_post_is_embedded_by_https(string source)
    {
        var site = SiteText.Publish(
            $"-- 2025-01-01-a.md --\n<iframe src=\"{source}\" frameborder=\"0\" scrolling=\"no\" webkitallowfullscreen></iframe>\n");
        Assert.Empty(site.Diagnostics);
        var frame = new HtmlParser().ParseDocument(site.Posts["/a.html"].Html).QuerySelector("iframe")!;
        Assert.Equal("https://www.youtube.com/embed/x", frame.GetAttribute("src"));
    }

    [Fact]
    public void Of_a_srcset_only_the_candidates_stay_that_may()
    {
        var site = SiteText.Publish("-- 2025-01-01-a.md --\n<img srcset=\"a.png 1x, javascript:x() 2x\">\n");
        Assert.Equal("<p><img srcset=\"a.png 1x\" decoding=\"async\" fetchpriority=\"high\"></p>", site.Posts["/a.html"].Html.Trim());
    }

    [Fact]
    public void A_player_is_confined()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n<iframe src=\"https://www.youtube.com/embed/x\" sandbox=\"allow-top-navigation\" "
                + "allow=\"camera\"></iframe>\n\n![](https://www.youtube.com/watch?v=x)\n");
        var frames = new HtmlParser().ParseDocument(site.Posts["/a.html"].Html).QuerySelectorAll("iframe");
        Assert.Equal(2, frames.Length);
        Assert.All(
            frames,
            frame => Assert.Equal("allow-scripts allow-same-origin allow-presentation allow-popups", frame.GetAttribute("sandbox")));
        Assert.All(frames, frame => Assert.Equal("fullscreen; picture-in-picture", frame.GetAttribute("allow")));
    }

    [Fact]
    public void The_line_of_what_was_taken_out_counts_in_the_file()
    {
        var site = SiteText.Publish("""
            -- 2025-01-01-a.md --
            ---
            title: A
            ---

            - one
            - two

            text <span onclick="x()">and</span>
            more <b onclick="x()">text</b>

            <div>
            <p onclick="x()">a</p>
            <script>
            </script>
            </div>
            """);
        Assert.Equal([8, 9, 12, 13], site.Diagnostics.Select(diagnostic => diagnostic.Position.Line));
    }

    [Fact]
    public void An_excerpt_is_cleaned_too()
    {
        var site = SiteText.Publish(
            "-- 2025-01-01-a.md --\n---\nexcerpt: '<script>x()</script>one <b onclick=x>two</b>'\n---\ntext\n"
                + "-- 2025-01-02-b.md --\none <b onclick=x>two</b>\n");
        Assert.DoesNotContain(
            site.Catalog.Entries,
            entry =>
                entry.ExcerptHtml.Contains("script", StringComparison.Ordinal)
                || entry.ExcerptHtml.Contains("onclick", StringComparison.Ordinal));
        Assert.DoesNotContain("onclick", site.File("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_operator_may_trust_authors_and_an_author_may_not()
    {
        var sources = SiteText.Sources(
            "-- 2025-01-01-a.md --\n---\ntrust_html: true\n---\n<script>x()</script>\n-- _config.yml --\ntrust_html: true\n");
        Assert.DoesNotContain("<script>", new Publisher(TimeProvider.System).Publish(sources).File("a.html"), StringComparison.Ordinal);
        Assert.Contains(
            "<script>x()</script>",
            new Publisher(TimeProvider.System, trustsHtml: true).Publish(sources).File("a.html"),
            StringComparison.Ordinal);
    }

    /// <summary>Where sanitising is left out, it would have changed nothing.</summary>
    [Fact]
    public void Leaving_sanitising_out_changes_nothing()
    {
        var random = new Random(20250324);
        string[] pieces =
        [
            "# Head\n\n", "text ", "**bold** ", "*한글*을 ", "`code <b>` ", "[link](/a) ", "[rel](b.png) ",
            "[http](https://example.com/?a=b&c=\"d\") ", "<https://example.com> ", "[js](javascript:x) ",
            "[js](JavaScript&#58;x) ", "[js](java\tscript:x) ", "![i](/a.png) ", "![v](/a.mp4) ", "![y](https://youtu.be/x) ",
            "\n\n", "\n", "- item\n", "1. item\n", "> quote\n", "| a | b |\n|:--|--:|\n| 1 | 2 |\n\n",
            "```cs\nvar x = 1 < 2;\n```\n", "[^1] ", "\n\n[^1]: note\n\n", "- [x] task\n", "term\n: definition\n\n", "$x < y$ ",
            "$$\na & b\n$$\n", "<figure style=\"color: #666;\">\n<img src=\"/a.png\" onerror=x>\n</figure>\n\n", "<div>\n\n",
            "</div>\n\n", "<p><div onclick=\"x\">a</p></div>\n\n", "<ul><li>a</ul>\n\n", "<p>a<p>b</p></p>\n\n",
            "<b><i>x</b></i> ", "<table><b>x</b></table>\n\n", "<!-- c -->\n\n", "<span title='>'>x</span> ", "<b>html</b> ",
            "<script>x</script>\n", "{.class} ", "{#id} ", "{onclick=x} ", "# H {style=\"color:red\"}\n\n", "&lt; &#60; ",
            "\\<b> ", "~~x~~ ", "==m== ", "https://example.com/b를 ", "::: box\nin\n:::\n", "> [!NOTE]\n> alert\n\n",
            "*[AB]: abbr\n\nAB ", "\"\"cite\"\" ", "^^^\nfigure\n^^^ cap\n",
        ];
        var spared = 0;
        for (var round = 0; round < 4000; round++)
        {
            var markdown = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var document = Markdig.Markdown.Parse(markdown, PostPipeline.Instance);
            if (HtmlRisk.BlocksWithout(document).Count > 0)
                spared++;

            var links = new LinkRewriter(new SiteSettings());
            var options = new BodyOptions("<!--none-->", TitleFromHeading: false, FirstLine: 1, links, TrustsHtml: false);
            PostLinks.Rewrite(document, options);
            HeadingIds.Assign(document);
            var whole = AuthorHtml.Clean(PostPipeline.Render(document, isExcerpt: false, firstLine: 1), links, isTrusted: false, null);
            Assert.Equal(Normal(whole), Normal(PostMarkdown.Render(markdown, options, new DiagnosticBag("a.md"))!.Html));
        }

        Assert.InRange(spared, 2000, 3990);
    }

    private static string Normal(string html) => new HtmlParser().ParseDocument(html).Body!.InnerHtml;
}
