using System.Text;
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

    [Theory]
    [InlineData(NormalizationForm.FormC)]
    [InlineData(NormalizationForm.FormKC)]
    public void Text_stays_as_it_is_if_and_only_if_it_is_in_the_form(NormalizationForm form)
    {
        var random = new Random(20260326);
        var texts = Enumerable.Range(0, char.MaxValue).Select(code => $"{(char)code}")
            // Syllables of Hangul, vowels and consonants that join them, marks that join letters.
            .Concat(Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => random.Next(4) switch
            {
                0 => (char)random.Next(0xAC00, 0xD7A4),
                1 => (char)random.Next(0x1100, 0x1200),
                2 => (char)random.Next(0x3040, 0x3100),
                _ => (char)random.Next(0x0040, 0x0370),
            }))));

        Assert.All(texts, text => Assert.Equal(text.IsNormalForm(form), text.ToNormalForm(form) == text));
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
