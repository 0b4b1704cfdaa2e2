using System.Globalization;
using Press.Testing;

namespace Press.Tests.Pages;

public sealed class LabelsTests
{
    public static TheoryData<string> Languages => [.. Labels.Languages];

    [Fact]
    public void The_theme_speaks_thirteen_languages() => Assert.Equal(13, Labels.Languages.Length);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_word(string language)
    {
        var (words, english) = (Labels.For(language).Words, Labels.For("en").Words);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        Assert.All(words, word => Assert.False(string.IsNullOrWhiteSpace(word.Value), word.Key));
        Assert.All(
            words,
            word => Assert.Equal(
                english[word.Key].Contains("{0}", StringComparison.Ordinal),
                word.Value.Contains("{0}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en", "1 March 2025")]
    [InlineData("ko", "2025년 3월 1일")]
    [InlineData("ja-JP", "2025年3月1日")]
    [InlineData("zh", "2025年3月1日")]
    [InlineData("es", "1 de marzo de 2025")]
    [InlineData("pt-BR", "1 de março de 2025")]
    [InlineData("fr", "1er mars 2025")]
    [InlineData("de", "1. März 2025")]
    [InlineData("it", "1 marzo 2025")]
    [InlineData("ru", "1 марта 2025 г.")]
    [InlineData("vi", "1 tháng 3, 2025")]
    [InlineData("ar", "1 مارس 2025")]
    [InlineData("eo", "1 March 2025")]
    public void A_date_is_written_as_the_language_writes_it(string language, string date) =>
        Assert.Equal(date, Labels.For(language).Date(DateTimeOffset.Parse("2025-03-01T12:00:00+09:00", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("zh", "归档")]
    [InlineData("zh-CN", "归档")]
    [InlineData("zh-TW", "文章彙整")]
    [InlineData("zh-Hant-HK", "文章彙整")]
    [InlineData("zh-Hans-HK", "归档")]
    public void Chinese_has_the_words_of_its_script(string language, string archive) =>
        Assert.Equal(archive, Labels.For(language).Words["archive"]);

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("he-IL", "rtl")]
    [InlineData("az-Arab", "rtl")]
    [InlineData("ko", "ltr")]
    public void A_script_has_a_direction(string language, string direction) => Assert.Equal(direction, Labels.DirectionOf(language));

    [Fact]
    public void A_page_in_Arabic_is_laid_out_from_the_right()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\nurl: https://b.example\n-- 2025-01-01-a.md --\n---\nlang: ar\n---\nx\n-- 2025-01-02-b.md --\ny\n");
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", site.File("ar/a.html"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", site.File("ar/index.html"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", site.File("b.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_translation_leads_to_the_home_page_of_the_other_language()
    {
        var site = SiteText.Publish(
            "-- _config.yml --\nurl: https://b.example\n-- 2025-01-01-a.md --\n---\nlang: ko\ntags: x\n---\nx\n-- 2025-01-02-b.md --\ny\n");
        Assert.Contains("<a href=\"/ko/\" hreflang=\"ko\" lang=\"ko\">", site.File("b.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\" hreflang=\"en\" lang=\"en\">", site.File("ko/a.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\" hreflang=\"en\" lang=\"en\">", site.File("ko/tags/x.html"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/ko/\" hreflang=\"ko\" lang=\"ko\">", site.File("404.html"), StringComparison.Ordinal);
    }
}
