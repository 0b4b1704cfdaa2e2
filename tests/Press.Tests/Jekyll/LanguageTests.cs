using Press.Testing;

namespace Press.Tests.Jekyll;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("lang: ko", "ko")]
    [InlineData("default_lang: ko", "ko")]
    [InlineData("language: ko", "ko")]
    [InlineData("locale: ko-KR", "ko")]
    [InlineData("locale: en_US", "en")]
    [InlineData("locale: zh-TW", "zh-TW")]
    [InlineData("lang: ko\nlocale: en-US", "ko")]
    public void The_language_has_the_names_that_plugins_and_themes_give_it(string setting, string language)
    {
        var published = SiteText.Publish($"-- _config.yml --\nurl: https://b.example.com\n{setting}\n-- a.md --\nText");

        Assert.Equal(language, published.Site.Settings.Language);
        Assert.Empty(published.Diagnostics);
    }

    [Theory]
    [InlineData("ref")]
    [InlineData("translation_id")]
    public void Translations_are_tied_by_the_key_that_the_settings_name(string key)
    {
        var published = SiteText.Publish($"""
            -- _config.yml --
            url: https://b.example.com
            lang: ko
            translation_key: {key}
            -- a.md --
            ---
            lang: ko
            {key}: one
            ---
            가
            -- b.md --
            ---
            lang: en
            {key}: one
            ---
            A
            """);

        Assert.Contains("hreflang=\"en\" href=\"https://b.example.com/en/b.html\"", published.File("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Korean_site_without_a_language_is_told_to_name_it()
    {
        const string Posts = "-- a.md --\n안녕하세요, 반갑습니다.\n-- b.md --\n오늘은 API를 배웁니다.\n-- c.md --\nHello there.";

        var found = Assert.Single(SiteText.Publish("-- _config.yml --\nurl: https://b.example.com\n" + Posts).Diagnostics);
        Assert.Equal(("CF040", "_config.yml"), (found.Rule.Code, found.File));
        Assert.Contains("Write 'lang: ko'", found.Message, StringComparison.Ordinal);
        Assert.Empty(SiteText.Publish("-- _config.yml --\nurl: https://b.example.com\nlang: en\n" + Posts).Diagnostics);
    }

    /// <summary>As the plug-in polyglot has it.</summary>
    [Fact]
    public void A_polyglot_site_keeps_its_folders_links_and_alternates()
    {
        var published = SiteText.Publish("""
            -- _config.yml --
            url: https://b.example.com
            plugins: [jekyll-polyglot]
            languages: [en, pt-BR]
            default_lang: en
            exclude_from_localization: [images]
            permalink: /:title/
            -- _posts/2024-01-25-a.md --
            ---
            lang: en
            page_id: a
            title: A
            ---
            [B](/b/)
            -- _posts/pt/2024-01-25-a.md --
            ---
            lang: pt-BR
            page_id: a
            title: A pt
            ---
            [B](/b/) ![i](/images/x.png)
            -- _posts/2024-01-26-b.md --
            ---
            lang: en
            page_id: b
            title: B
            ---
            B
            -- _posts/pt/2024-01-26-b.md --
            ---
            lang: pt-BR
            page_id: b
            title: B pt
            ---
            B
            -- images/x.png --
            no picture
            """);

        Assert.Equal(
            ["a/index.html", "b/index.html", "images/x.png", "pt-BR/a/index.html", "pt-BR/b/index.html"],
            published.FilesOfSources().Order(StringComparer.Ordinal));
        var page = published.File("pt-BR/a/index.html");
        Assert.Contains("<a href=\"/pt-BR/b/\">", page, StringComparison.Ordinal);
        Assert.Contains("src=\"/images/x.png\"", page, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"en\" href=\"https://b.example.com/a/\"", page, StringComparison.Ordinal);
        Assert.Contains("hreflang=\"pt-BR\" href=\"https://b.example.com/pt-BR/a/\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/b/\">", published.File("a/index.html"), StringComparison.Ordinal);
    }
}
