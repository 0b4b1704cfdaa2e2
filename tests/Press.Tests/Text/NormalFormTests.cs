using Press.Testing;

namespace Press.Tests.Sources;

public sealed class NormalFormTests
{
    [Theory]
    [InlineData("e\u0301", "\u00E9")]
    [InlineData("\uFFFE", "\uFFFD")]
    [InlineData("\uFFFF", "\uFFFF")]
    [InlineData("😀e\u0301\uFFFE", "😀\u00E9\uFFFD")]
    public void Text_comes_to_a_normal_form_whatever_is_in_it(string text, string normal)
    {
        Assert.Equal(normal, text.ToNormalForm());
        Assert.False(text != normal && text.IsNormalForm());
        Assert.True(normal.IsNormalForm());
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_no_character()
    {
        Assert.Equal("a\uFFFDb\uFFFD", "a\uD800b\uDC00".ToNormalForm());
        Assert.False("\uD800".IsNormalForm());
    }

    /// <summary>One such post took all others down.</summary>
    [Theory]
    [InlineData("title: A\n---\n<a href=\"/a\uFFFEb\">x</a>")]
    [InlineData("title: A\n---\n[x](/a\uFFFEb)")]
    [InlineData("title: A\n---\n[x](/a%EF%BF%BEb)")]
    [InlineData("title: A\n---\n[x](/a&#xFFFE;b)")]
    [InlineData("title: A\n---\n<a href=\"/a&#xFFFE;b\">x</a>")]
    [InlineData("title: A\n---\n<p id=\"a\uFFFE\">x</p>")]
    [InlineData("title: A\n---\n# a\uFFFE")]
    [InlineData("title: A\uFFFE\n---\nx")]
    [InlineData("tags: [\"A\uFFFE\"]\n---\nx")]
    [InlineData("tags: [\"A\\uFFFE\"]\n---\nx")]
    [InlineData("permalink: \"/a\\uFFFE.html\"\n---\nx")]
    public void What_is_no_character_takes_no_post_down(string text)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n---\n{text}\n");
        Assert.Single(site.Posts);
    }
}
