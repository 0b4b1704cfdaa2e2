using Press.Testing;

namespace Press.Tests;

public sealed class DialectTests
{
    [Theory]
    [InlineData("# What's new", "whats-new")]
    [InlineData("# A & B", "a--b")]
    [InlineData("# Node.js 설치", "nodejs-설치")]
    [InlineData("# 🚀 시작", "-시작")]
    [InlineData("# snake_case `code()`", "snake_case-code")]
    [InlineData("# Content", "content")]
    public void A_heading_has_the_id_that_GitHub_gives_it(string markdown, string id) =>
        Assert.Equal(id, Assert.Single(Post(markdown).Headings).Id);

    [Fact]
    public void Equal_headings_are_numbered_and_cost_no_more_for_it()
    {
        var headings = Post(string.Concat(Enumerable.Repeat("# a\n\n", 3000)) + "# a-1\n").Headings;
        Assert.Equal(["a", "a-1", "a-2"], headings.Take(3).Select(heading => heading.Id));
        Assert.Equal("a-1-1", headings[^1].Id);
        Assert.Equal(headings.Length, headings.Select(heading => heading.Id).Distinct().Count());
    }

    [Fact]
    public void No_id_of_the_theme_is_one_that_a_heading_may_get()
    {
        var site = SiteText.Publish("-- 2025-01-01-a.md --\n---\ntitle: A\n---\n## Content\n\n## Related\n");
        var page = site.File("a.html");
        var ids = System.Text.RegularExpressions.Regex.Matches(page, " id=\"(?<id>[^\"]+)\"").Select(match => match.Groups["id"].Value)
            .ToList();
        Assert.Contains("content", ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("text\n\n{::comment}\nsecret\n\nmore\n")]
    [InlineData("- a\n\n  {::comment}\n  secret\n\nmore\n\n{:/comment}\n")]
    [InlineData("text {::comment}secret\n")]
    public void A_hidden_note_without_an_end_keeps_the_post_as_it_was(string markdown)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}");
        Assert.Equal("MD009", Assert.Single(site.Diagnostics).Rule.Code);
        Assert.Empty(site.Posts);
    }

    [Theory]
    [InlineData("가격은 $5 이고 저것은 $6 입니다. $n$개의 $x_i$를. $O(n)$입니다.", "가격은 $5 이고 저것은 $6 입니다. \\(n\\)개의 \\(x_i\\)를. \\(O(n)\\)입니다.")]
    [InlineData("$HOME and $PATH, $5-$10, US$5 (US$6)", "$HOME and $PATH, $5-$10, US$5 (US$6)")]
    [InlineData("the $n$th of $2n$", "the \\(n\\)th of \\(2n\\)")]
    [InlineData("`$a` and `$b`, \\$x\\$", "<code>$a</code> and <code>$b</code>, $x$")]
    public void Formulas_are_told_from_money_and_variables(string markdown, string html) =>
        Assert.Equal($"<p>{html}</p>", MathText.WithTex(Post(markdown).Html.Trim()));

    [Theory]
    [InlineData("[one](https://a.example) and **two**", "one and two")]
    [InlineData("one {: .x} {name} two", "one {: .x} {name} two")]
    [InlineData("one{::comment}x{:/} two", "one two")]
    [InlineData("$$a$$ is a", "a is a")]
    public void An_excerpt_is_text(string markdown, string excerpt) => Assert.Equal(excerpt, Post(markdown).Excerpt);

    [Theory]
    [InlineData("{:")]
    [InlineData("(http://a_b")]
    [InlineData("http://a.b/x**")]
    [InlineData("$$ ")]
    [InlineData("a@a")]
    [InlineData("](a b")]
    [InlineData("{::nomarkdown}")]
    [InlineData("<div markdown=\"1\">x</div>\n")]
    public void What_is_repeated_costs_what_it_weighs(string piece)
    {
        var once = Allocated(piece, 20);
        var tenTimes = Allocated(piece, 200);
        Assert.InRange(tenTimes, 0, 20 * once);
    }

    [Fact]
    public void On_a_Jekyll_site_lists_nest_as_in_kramdown()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\ntheme: minima\npermalink: /:slug.html\n"
                + "-- 2025-01-01-a.md --\n---\ntitle: A\n---\n1. a\n* b\n2. c\n\n* d\n* e\n\n* f\n");
        Assert.Equal(
            "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol><ul><li>d</li><li><p>e</p></li><li>f</li></ul>",
            site.Posts["/a.html"].Html.Replace("\n", "", StringComparison.Ordinal));
    }

    private static long Allocated(string piece, int times)
    {
        var markdown = string.Concat(Enumerable.Repeat(piece, times));
        Markdig.Markdown.Parse(markdown, PostPipeline.Instance);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Markdig.Markdown.Parse(markdown, PostPipeline.Instance);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Post Post(string markdown) =>
        SiteText.Publish($"-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n").Posts["/a.html"];
}
