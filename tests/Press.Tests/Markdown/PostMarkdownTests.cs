using Press.Testing;

namespace Press.Tests;

public sealed class PostMarkdownTests
{
    [Theory]
    [InlineData("**마크다운(Markdown)**을", "<p><strong>마크다운(Markdown)</strong>을</p>")]
    [InlineData("**\"인용\"**은", "<p><strong>&quot;인용&quot;</strong>은</p>")]
    [InlineData("5~10% 10~20개", "<p>5~10% 10~20개</p>")]
    [InlineData("x^2 + y^2", "<p>x^2 + y^2</p>")]
    [InlineData("~~gone~~ ==marked==", "<p><del>gone</del> ==marked==</p>")]
    [InlineData("https://example.com/b를 보고", "<p><a href=\"https://example.com/b\">https://example.com/b</a>를 보고</p>")]
    [InlineData(
        "https://example.com/wiki/서울",
        "<p><a href=\"https://example.com/wiki/%EC%84%9C%EC%9A%B8\">https://example.com/wiki/서울</a></p>")]
    public void Korean_prose_is_read_as_prose(string markdown, string html) => Assert.Equal(html + "\n", Render(markdown).Html);

    [Theory]
    [InlineData("first\n\nsecond", "first")]
    [InlineData("one\n\ntwo\n\n<!--more-->\n\nthree", "one two")]
    [InlineData("one\n\n<!-- more -->\n\ntwo", "one")]
    [InlineData("one <!--more--> two", "one")]
    [InlineData("one *bold*\n<!--more-->\ntwo", "one bold")]
    [InlineData("# Heading\n\none[^1]\n\n[^1]: note", "one")]
    [InlineData("<!--more-->\n\nall of it", "")]
    [InlineData("```\n<!--more-->\n```\n\ntext", "text")]
    [InlineData("", "")]
    public void The_excerpt_ends_at_the_separator_or_with_the_first_paragraph(string markdown, string excerpt)
    {
        var body = Render(markdown);
        Assert.Equal(excerpt, body.ExcerptText);
        if (!markdown.Contains("```", StringComparison.Ordinal))
            Assert.DoesNotContain("more", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_excerpt_has_no_ids_and_no_notes()
    {
        var body = Render("## Head\n\none[^1]\n\n<!--more-->\n\n[^1]: note");
        Assert.Equal("<h2>Head</h2>\n<p>one</p>\n", body.ExcerptHtml);
        Assert.Contains("id=\"head\"", body.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Heading_ids_are_unique_and_keep_those_of_the_author()
    {
        var body = Render("# 같은 말\n## 같은 말\n## Mine {#같은-말-1}\n## !\n## `code` & *more*");
        Assert.Equal(["같은-말", "같은-말-2", "같은-말-1", "section", "code--more"], body.Headings.Select(heading => heading.Id));
        Assert.Equal("code & more", body.Headings[^1].Text);
    }

    [Fact]
    public void Nesting_without_end_is_a_diagnostic()
    {
        var site = SiteText.Publish($"-- a.md --\n{new string('>', 5000)} deep\n");
        Assert.Equal("MD001", Assert.Single(site.Diagnostics).Rule.Code);
    }

    [Theory]
    [InlineData("It's a well-known 3.5 release", 5)]
    [InlineData("두 단어", 2)]
    [InlineData("日本語です", 5)]
    [InlineData("AI 시대의 日本", 4)]
    [InlineData("", 0)]
    public void Words_are_counted_by_script(string text, int words) => Assert.Equal(words, TextLength.Of(text).Words);

    [Theory]
    [InlineData("word ", 660, 3)]
    [InlineData("낱말 ", 660, 3)]
    [InlineData("字", 900, 2)]
    [InlineData("かな", 450, 2)]
    [InlineData("word 字字 ", 220, 2)]
    [InlineData("word ", 1, 1)]
    public void Reading_time_is_counted_by_script(string text, int times, int minutes) =>
        Assert.Equal(minutes, TextLength.Of(string.Concat(Enumerable.Repeat(text, times))).Minutes);

    private static PostBody Render(string markdown)
    {
        var diagnostics = new DiagnosticBag("a.md");
        var body = PostMarkdown.Render(
            markdown,
            new BodyOptions("<!--more-->", TitleFromHeading: false, FirstLine: 1, new LinkRewriter(new SiteSettings()), TrustsHtml: false),
            diagnostics);
        Assert.Empty(diagnostics.ToImmutable());
        return body!;
    }
}
