namespace Press;

/// <summary>Languages by what authors write in place of their tags: the code of a country, a code of three letters, the name.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        // Countries. 'kr' and 'ua' are codes of languages too (Kanuri, of which no blog is known), so that no rule of form finds them.
        ["kr"] = "ko",
        ["ko-ko"] = "ko",
        ["kr-kr"] = "ko",
        ["kr-ko"] = "ko",
        ["jp"] = "ja",
        ["jp-jp"] = "ja",
        ["ja-ja"] = "ja",
        ["cn"] = "zh-CN",
        ["zh-zh"] = "zh",
        ["us"] = "en-US",
        ["uk-en"] = "en-GB",
        ["en-uk"] = "en-GB",
        ["gb"] = "en-GB",
        ["cz"] = "cs",
        ["dk"] = "da",
        ["gr"] = "el",
        ["ua"] = "uk",
        ["vn"] = "vi",

        // ISO 639-2, where there is a code of two letters (RFC 5646, section 2.2.1).
        ["kor"] = "ko",
        ["jpn"] = "ja",
        ["zho"] = "zh",
        ["chi"] = "zh",
        ["eng"] = "en",
        ["deu"] = "de",
        ["ger"] = "de",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["spa"] = "es",
        ["por"] = "pt",
        ["rus"] = "ru",
        ["ita"] = "it",
        ["vie"] = "vi",

        // Names.
        ["korean"] = "ko",
        ["한국어"] = "ko",
        ["한글"] = "ko",
        ["한국말"] = "ko",
        ["japanese"] = "ja",
        ["일본어"] = "ja",
        ["日本語"] = "ja",
        ["chinese"] = "zh",
        ["중국어"] = "zh",
        ["中文"] = "zh",
        ["简体中文"] = "zh-Hans",
        ["繁體中文"] = "zh-Hant",
        ["english"] = "en",
        ["영어"] = "en",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["french"] = "fr",
        ["français"] = "fr",
        ["spanish"] = "es",
        ["español"] = "es",
        ["portuguese"] = "pt",
        ["português"] = "pt",
        ["russian"] = "ru",
        ["русский"] = "ru",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["vietnamese"] = "vi",
    };

    /// <summary>The tag that was probably meant; null if what is written may well be a tag.</summary>
    public static string? Meant(string written) => Tags.GetValueOrDefault(written.Trim().Replace('_', '-').ToNormalForm());
}
